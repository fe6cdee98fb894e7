"""The least a Streamlit app can be: one line and one button."""

import streamlit as st

st.write("Nothing to see")
st.button("Again", key="act")

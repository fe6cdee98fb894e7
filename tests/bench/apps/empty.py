"""The least a Streamlit app can be: one line, and one button that changes it."""

import streamlit as st

again = st.button("Again", key="act")
st.write("Pressed" if again else "Nothing to see")

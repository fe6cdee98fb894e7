"""The yardstick: one plotly chart and one widget that redraws it."""

import plotly.graph_objects as go
import streamlit as st

steps = st.radio("Steps", [10, 20], key="act", horizontal=True)
figure = go.Figure(go.Scatter(x=list(range(steps)), y=[step * step for step in range(steps)]))
st.plotly_chart(figure, key="chart")

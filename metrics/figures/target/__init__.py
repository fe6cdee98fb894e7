"""The chart of a target: every series on a time axis, held against the bar that was promised."""

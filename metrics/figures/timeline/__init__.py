"""The timeline: plans, figures and events on one axis."""

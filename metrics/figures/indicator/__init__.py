"""The charts of an indicator: its series by themselves, side by side, never joined."""

"""The handout: what a briefing leaves behind on paper; ``pages`` says what stands in it, ``word`` and ``sheet`` write it."""

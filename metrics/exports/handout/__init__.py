"""The handout: what a briefing leaves behind on paper, as a Word document; ``pages`` says what stands in it, ``word`` writes it."""

"""PowerPoint: the slides as a file that a presenter can edit.

In: a :class:`~metrics.figures.slides.slide.Deck`. Out: the bytes of a ``.pptx`` file: real titles, native charts,
tables and shapes, notes, text alternatives, and a footer that survives a photograph.
"""

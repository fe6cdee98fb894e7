"""Slides: a deck made from records, one message a slide; drawn as HTML here, as PowerPoint in ``exports``."""

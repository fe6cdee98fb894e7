"""The theme: the record of ``theme.yaml``, whose plan this is to look like.

In: checked values (``shape``). Out: a frozen record. ``fields.yaml`` says what each field means. The picture itself is no part of it:
see :mod:`metrics.records.logo`.
"""

from metrics.records.model.fields import Colour, Picture, Record, Text


class Theme(Record):
    """The name, the logo and the accent of an institution. Colours of verdicts and of figures stay those of the house."""

    name: Text
    logo: Picture | None = None
    accent: Colour | None = None
    accent_dark: Colour | None = None

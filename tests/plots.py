"""The figures that a run of the application sends to the browser."""

import json


def plots(app):
    """The plotly figures of a run of ``AppTest``, as dictionaries, in their order on the page."""
    sent = (one.proto for one in app.get("bidi_component"))
    return [json.loads(one.bytes)["figure"] for one in sent if one.component_name == "milepost_plot"]

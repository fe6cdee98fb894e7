"""What all tests share: the same examples each time, and one look at what is installed.

Hypothesis tries the same examples each time, so that a failure can be run again. Streamlit's AppTest looks through every
installed package for components before each run of a page, which takes longer than the page itself; what is
installed does not change while the tests run, so here it looks once.
"""

from functools import lru_cache

from hypothesis import settings
from streamlit.components.v2 import manifest_scanner

settings.register_profile("house", derandomize=True, deadline=None, print_blob=True)
settings.load_profile("house")

manifest_scanner.scan_component_manifests = lru_cache(maxsize=1)(manifest_scanner.scan_component_manifests)

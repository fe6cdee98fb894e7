"""What all tests share: hypothesis tries the same examples each time, so that a failure can be run again."""

from hypothesis import settings

settings.register_profile("house", derandomize=True, deadline=None, print_blob=True)
settings.load_profile("house")

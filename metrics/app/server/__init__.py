"""The server: what goes over the wire beside Streamlit's own messages.

``dashboard.py`` makes the application of it: Streamlit runs ``router.py`` for every page, ``compressed`` sends the files
of the browser's part compressed, ``headers`` says what a browser may do with a page, ``routes`` answers addresses
of our own.
"""

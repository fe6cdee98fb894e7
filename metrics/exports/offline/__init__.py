"""The offline page: the whole reading in one HTML file that works with no network.

``document`` puts it together from ``pages``, which are the dashboard's own blocks in the dashboard's own order;
``shown`` is what they work with, ``addresses`` where their links lead inside the file, ``signs`` and ``charts`` how
one file serves light and dark. ``offline.css`` and ``offline.js`` are its frame.
"""

from metrics.exports.offline.document import offline_page

__all__ = ["offline_page"]

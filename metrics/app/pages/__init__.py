"""The pages: one file each, run by the router with the frame already open."""

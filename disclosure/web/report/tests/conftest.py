"""Pages in a browser, as the public pages have them."""

from disclosure.web.public.tests.test_browser import open_page

__all__ = ["open_page"]

"""A clerk at a browser: with a pointer, whose actions are counted, or with the keyboard alone. He types from field to field by Tab either way."""

import io
from dataclasses import dataclass, field

from PIL import Image

from disclosure.web.public.tests.test_browser import violations

MOST_TABS = 160
HAS_FOCUS = "each => each === document.activeElement"
IS_SEEN = "each => each.matches(':focus-visible')"
IN_A_FORM = "document.activeElement.matches('form input, form select, form textarea')"


@dataclass
class Hands:
    """`pointed` counts clicks; with `keyboard` there are none."""

    page: object
    keyboard: bool
    width: int
    pictures: object = None
    pointed: int = 0
    typed: list = field(default_factory=list)
    shown: list = field(default_factory=list)

    def press(self, name, role="link", within=None, place=0):
        """A link or a button by its words; the page that comes is judged."""
        found = (within or self.page).get_by_role(role, name=name, exact=isinstance(name, str)).nth(place)
        with self.page.expect_navigation():
            if self.keyboard:
                self.reach(found)
                self.page.keyboard.press("Enter")
            else:
                self.pointed += 1
                found.click()
        self.judge()

    def button(self, name, **more):
        self.press(name, "button", **more)

    def reach(self, found):
        """By Tab, and seen to be there."""
        for _tab in range(MOST_TABS):
            if found.evaluate(HAS_FOCUS):
                assert found.evaluate(IS_SEEN), found
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"not reached by Tab: {found}")

    def go_to(self, found):
        """A field: by Tab where the hands are on the keyboard, else by one click."""
        if self.keyboard or self.page.evaluate(IN_A_FORM):
            self.reach(found)
        else:
            self.pointed += 1
            found.click()

    def fill(self, label, text):
        self.write(self.page.get_by_label(label, exact=True), text)

    def write(self, found, text):
        self.go_to(found)
        self.typed.append(found.get_attribute("name"))
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.insert_text(text)

    def choose(self, label, value):
        """An option by the arrow keys."""
        found = self.page.get_by_label(label, exact=True)
        if not self.keyboard and not self.page.evaluate(IN_A_FORM):
            self.pointed += 2  # opens it, picks
            found.focus()
            found.select_option(value)
            return
        self.go_to(found)
        for _option in range(60):
            if found.input_value() == value:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"not reached by the arrow keys: {label} {value}")

    def judge(self):
        """Accessible, and not wider than the screen."""
        assert violations(self.page) == [], self.page.url
        assert self.page.evaluate("document.documentElement.scrollWidth") <= self.width, self.page.url

    def picture(self, name):
        """A step of the guide; its picture, where those are made."""
        if name in self.shown:
            return
        self.shown.append(name)
        if self.pictures:
            taken = Image.open(io.BytesIO(self.page.screenshot()))
            taken.quantize(64).save(self.pictures / f"{name}.png", optimize=True)

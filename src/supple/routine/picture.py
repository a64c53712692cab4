"""A drawing on its way from `show` to paper."""

from supple.value import Value


class Picture(Value, kw_only=True):
    """A drawing as SVG with plain colours, and its text alternative."""

    svg: str
    alt: str

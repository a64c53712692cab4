"""Make the handout's fonts from the browser's: `python -m tools.handout_font`.

The typeface comes as one variable WOFF2 in its npm package; the PDF needs plain
TrueType in two weights. Needs fonttools with brotli, and browser/node_modules.
"""

from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "browser/node_modules/@fontsource-variable/atkinson-hyperlegible-next"
SOURCE = PACKAGE / "files/atkinson-hyperlegible-next-latin-wght-normal.woff2"
TARGET = ROOT / "src/supple/share/fonts"
WEIGHTS = {"Regular": 400, "Bold": 700}


def main() -> None:
    """Write one TrueType file a weight, and the licence beside them."""
    for name, weight in WEIGHTS.items():
        font = instantiateVariableFont(TTFont(SOURCE), {"wght": weight}, updateFontNames=False)
        font.flavor = None
        font["OS/2"].usWeightClass = weight
        font.save(TARGET / f"AtkinsonHyperlegibleNext-{name}.ttf")
    (TARGET / "LICENSE.txt").write_text((PACKAGE / "LICENSE").read_text())


if __name__ == "__main__":
    main()

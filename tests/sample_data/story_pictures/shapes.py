# ruff: noqa: E501 - a path is one line
"""What the pictures are made of: a palette, plain shapes, people and plants. Text in, SVG text out."""

from __future__ import annotations

from collections.abc import Sequence

PAPER, CREAM, SAND, STONE = "#F6EEDD", "#FCF7EB", "#EADCC0", "#C9BEA8"
MIMOSA, GOLD, DEEP, BLUE, SKY, PALE = "#F3C73C", "#DDA92A", "#143F7A", "#4A74A8", "#C5D8E6", "#E2ECF1"
CLAY, ROSE, WOOD, BARK, LEAF, PINE = "#C9694A", "#E3A68D", "#B5845A", "#6E4A32", "#86A36B", "#3F6350"
INK, WHITE, MIST = "#2B2A33", "#FFFFFF", "#D9DDD6"
SKIN, TAN = "#F0C9A4", "#DDAE85"

Point = tuple[float, float]


def rect(x: float, y: float, w: float, h: float, fill: str, r: float = 0, more: str = "") -> str:
    return f'<rect x="{x}" y="{y}" width="{w}" height="{h}" rx="{r}" fill="{fill}" {more}/>'


def disc(x: float, y: float, r: float, fill: str, ry: float = 0, more: str = "") -> str:
    return f'<ellipse cx="{x}" cy="{y}" rx="{r}" ry="{ry or r}" fill="{fill}" {more}/>'


def poly(points: Sequence[Point], fill: str, more: str = "") -> str:
    return f'<polygon points="{" ".join(f"{x},{y}" for x, y in points)}" fill="{fill}" {more}/>'


def path(d: str, fill: str, more: str = "") -> str:
    return f'<path d="{d}" fill="{fill}" {more}/>'


def stroke(d: str, colour: str, width: float, more: str = "") -> str:
    return (
        f'<path d="{d}" fill="none" stroke="{colour}" stroke-width="{width}" stroke-linecap="round" '
        f'stroke-linejoin="round" {more}/>'
    )


def words(x: float, y: float, text: str, size: float, fill: str, more: str = "") -> str:
    return (
        f'<text x="{x}" y="{y}" font-size="{size}" fill="{fill}" text-anchor="middle" '
        f'font-family="Noto Sans CJK JP, Noto Sans JP, sans-serif" font-weight="700" {more}>{text}</text>'
    )


def placed(x: float, y: float, what: str, scale: float = 1, flip: bool = False) -> str:
    across = -scale if flip else scale
    return f'<g transform="translate({x} {y}) scale({across} {scale})">{what}</g>'


def faded(what: str, opacity: float) -> str:
    return f'<g opacity="{opacity}">{what}</g>'


HAIR = {
    "short": "M-30,2 C-34,-38 34,-38 30,2 C24,-12 6,-18 -10,-14 C-20,-12 -26,-6 -30,2Z",
    "bob": "M-33,24 C-42,-42 42,-42 33,24 C28,26 24,24 24,20 L24,-6 C8,-6 -8,-10 -18,-16 "
    "C-20,-6 -22,4 -24,20 C-24,24 -30,26 -33,24Z",
    "bun": "M-30,4 C-34,-38 34,-38 30,4 C20,-16 -8,-20 -30,4Z M-12,-40 a13,12 0 1 1 26,0 a13,12 0 1 1 -26,0Z",
    "cap": "M-32,-4 C-34,-42 34,-42 32,-4 L46,-2 C48,4 44,5 38,5 L-32,3Z",
    "scarf": "M-31,8 C-36,-40 36,-40 31,8 L24,-4 L-24,-4Z M28,0 L46,12 L32,16Z",
    "back": "M-31,12 C-38,-40 38,-40 31,12 C26,30 -26,30 -31,12Z",
}


def person(
    x: float,
    base: float,
    tall: float,
    top: str,
    hair: str = "short",
    *,
    legs: str = INK,
    hair_colour: str = INK,
    skin: str = SKIN,
    apron: str = "",
    hands: tuple[Point, Point] = ((-62, 150), (62, 150)),
    skirt: bool = False,
    robe: str = "",
    flip: bool = False,
    lean: float = 0,
) -> str:
    """A standing figure without a face, feet at (x, base). `hands` are where the hands are, on a figure
    of 400 units whose shoulders are at (∓48, 0) and whose feet are at 306."""
    (lx, ly), (rx, ry) = hands
    left = f"M-44,14 Q{(-44 + lx) / 2 - 26},{(14 + ly) / 2 + 16} {lx},{ly}"
    right = f"M44,14 Q{(44 + rx) / 2 + 26},{(14 + ry) / 2 + 16} {rx},{ry}"
    lower = (
        path("M-44,120 L44,120 L66,232 L-66,232Z", legs)
        + stroke("M-22,226 L-22,296 M22,226 L22,296", skin, 22)
        if skirt
        else stroke("M-24,140 L-26,290 M24,140 L26,290", legs, 40)
    )
    body = [
        lower,
        path("M-52,306 q2,-22 24,-22 q20,0 20,22Z M8,306 q0,-22 20,-22 q22,0 24,22Z", "#3A3036"),
        stroke(left, top, 30) + disc(lx, ly + 2, 16, skin) if ly > 60 else "",
        rect(-13, -28, 26, 42, skin, 10),
        path("M-58,30 C-58,-2 -34,-10 0,-10 C34,-10 58,-2 58,30 L50,158 L-50,158Z", top),
        path("M-16,-10 L0,14 L16,-10Z", skin),
    ]
    if robe:
        body.append(path("M-52,60 L52,60 L50,282 L-50,282Z", top))
        body.append(stroke("M12,130 L4,280", WHITE, 3, 'opacity=".3"'))
        body.append(stroke("M-22,-8 L4,40 M22,-8 L-6,44", CREAM, 6) + rect(-53, 78, 106, 44, robe, 4))
        body.append(stroke("M-52,100 H52", CREAM, 5))
    if apron:
        body.append(path("M-30,34 L30,34 L34,84 L46,92 L52,222 L-52,222 L-46,92 L-34,84Z", apron))
        body.append(stroke("M-28,36 L-16,-8 M28,36 L16,-8", apron, 7))
        body.append(rect(-22, 128, 44, 40, WHITE, 6, 'opacity=".25"'))
    body.append(stroke(right, top, 30) + disc(rx, ry + 2, 16, skin))
    if ly <= 60:
        body.append(stroke(left, top, 30) + disc(lx, ly + 2, 16, skin))
    head = disc(0, -56, 31, skin, 34) + placed(0, -62, path(HAIR[hair], hair_colour))
    if hair != "back":
        head += disc(-16, -44, 5, ROSE, more='opacity=".55"') + disc(18, -44, 5, ROSE, more='opacity=".55"')
    figure = f'<g transform="rotate({lean})">{"".join(body)}{head}</g>'
    scale = tall / 400
    shadow = disc(x, base, 74 * scale, INK, 12 * scale, 'opacity=".13"')
    return shadow + placed(x, base - 306 * scale, figure, scale, flip)


def seated(x: float, base: float, tall: float, top: str, hair: str = "back", hair_colour: str = INK) -> str:
    """Somebody seen from behind, on a chair, from the seat upward."""
    scale = tall / 260
    what = (
        path("M-78,0 C-82,-96 -66,-122 0,-124 C66,-122 82,-96 78,0Z", top)
        + rect(-14, -144, 28, 34, SKIN, 10)
        + disc(0, -176, 36, SKIN, 38)
        + placed(0, -182, path(HAIR[hair], hair_colour), 1.2)
        + rect(-64, -60, 128, 70, WOOD, 14)
        + rect(-64, -60, 128, 16, BARK, 8)
    )
    return placed(x, base, what, scale)


def tree(x: float, base: float, tall: float, leaf: str = LEAF) -> str:
    r = tall * 0.3
    return (
        rect(x - tall * 0.035, base - tall * 0.5, tall * 0.07, tall * 0.5, BARK, 4)
        + disc(x, base - tall * 0.66, r, leaf, r * 1.12)
        + disc(x - r * 0.5, base - tall * 0.5, r * 0.7, leaf)
        + disc(x + r * 0.25, base - tall * 0.78, r * 0.5, WHITE, more='opacity=".12"')
    )


def hills(y: float, colour: str, shift: float = 0, high: float = 120, wide: float = 1600) -> str:
    w = wide
    return path(
        f"M0,{y} C{w * 0.12 + shift},{y - high} {w * 0.26 + shift},{y - high * 1.15} {w * 0.4},{y - high * 0.3} "
        f"C{w * 0.55},{y - high * 1.3} {w * 0.72 + shift},{y - high * 1.4} {w * 0.84},{y - high * 0.45} "
        f"C{w * 0.9},{y - high * 0.75} {w * 0.96},{y - high * 0.7} {w},{y - high * 0.5} L{w},{y + 400} L0,{y + 400}Z",
        colour,
    )


def mimosa(x: float, y: float, size: float) -> str:
    """A sprig of mimosa, growing to the upper right."""
    balls = ((0, 0), (14, -18), (30, -12), (24, -36), (44, -34), (40, -56), (60, -52), (58, -76), (76, -72))
    leaves = "".join(stroke(f"M{n * 18},{-n * 17} q{-22},{-4} {-34},{-24}", LEAF, 5) for n in range(1, 4))
    dots = "".join(disc(bx, by, 11 - n * 0.5, MIMOSA if n % 3 else GOLD) for n, (bx, by) in enumerate(balls))
    stem = stroke("M-30,40 Q10,-10 72,-70", PINE, 5)
    return placed(x, y, stem + leaves + dots, size)


def noren(x: float, y: float, wide: float, high: float, text: str, fill: str = DEEP, ink: str = CREAM) -> str:
    """A shop curtain, one character a panel."""
    each = wide / len(text)
    panels = "".join(
        path(
            f"M{x + n * each + 3},{y} h{each - 6} v{high} q{-(each - 6) / 2},{14} {-(each - 6)},0Z",
            fill,
        )
        + words(x + (n + 0.5) * each, y + high * 0.66, letter, min(each, high) * 0.56, ink)
        for n, letter in enumerate(text)
    )
    return panels + rect(x - 14, y - 12, wide + 28, 14, BARK, 6)


def picture(width: int, height: int, parts: Sequence[str], mark: str = INK) -> str:
    """The whole drawing, with サンプル in its lower right corner."""
    sample = words(width - 92, height - 34, "サンプル", 26, mark, 'opacity=".62" letter-spacing="2"')
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}">{"".join(parts)}{sample}</svg>'
    )

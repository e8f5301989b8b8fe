"""The plot of bench/speed/growth, written as SVG by hand."""
import math
from dataclasses import dataclass
from xml.sax.saxutils import escape

WIDTH, HEIGHT = 920, 430
PANEL = 350
LEFT, TOP, BOTTOM = 70, 64, 330
GAP = 450
WALL, CPU, MEMORY, LIMITED, GREY = "#0b63ce", "#c2571a", "#2b7a3d", "#8a2be2", "#777"


@dataclass(frozen=True)
class Point:
    times: int
    lines: int
    wall: float
    cpu: float
    rss: int
    heap: str  # the limit of the heap, or ""
    failed: bool


class Panel:
    """Axes from 0, in lines of code to the right and in some unit upwards."""

    def __init__(self, left, points, top, title, unit):
        self.left = left
        self.x_end, self.x_step = nice(max(p.lines for p in points) / 1e6)
        self.y_end, self.y_step = nice(top)
        self.parts = [text(left, TOP - 26, title, weight="bold"), text(left, TOP - 10, unit, GREY, 12)]
        self.axes()

    def x(self, lines):
        return self.left + lines / 1e6 / self.x_end * PANEL

    def y(self, value):
        return BOTTOM - value / self.y_end * (BOTTOM - TOP)

    def axes(self):
        for value in steps(self.y_end, self.y_step):
            y = self.y(value)
            self.parts.append(line(self.left, y, self.left + PANEL, y, "#ddd"))
            self.parts.append(text(self.left - 8, y + 4, f"{value:,g}", GREY, 12, "end"))
        for value in steps(self.x_end, self.x_step):
            x = self.x(value * 1e6)
            self.parts.append(line(x, BOTTOM, x, BOTTOM + 5, GREY))
            self.parts.append(text(x, BOTTOM + 20, f"{value:,g}", GREY, 12, "middle"))
        self.parts.append(line(self.left, BOTTOM, self.left + PANEL, BOTTOM, GREY))
        self.parts.append(text(self.left + PANEL / 2, BOTTOM + 40, "million lines of Java", GREY, 12, "middle"))

    def series(self, points, value, color):
        places = [(self.x(p.lines), self.y(value(p))) for p in points]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        self.parts.append(f'<polyline points="{path}" fill="none" stroke="{color}" stroke-width="2"/>')
        self.parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{color}"/>' for x, y in places]

    def proportional(self, point, value):
        """What the smallest input would make of the largest, if time grew as lines do."""
        most = min(self.x_end * 1e6, point.lines * self.y_end / value)
        y = self.y(value * most / point.lines)
        self.parts.append(line(self.x(0), self.y(0), self.x(most), y, GREY, 'stroke-dasharray="4 4"'))

    def label(self, points, value):
        """How many times the corpus, over the points."""
        self.parts += [text(self.x(p.lines), self.y(value(p)) - 9, f"{p.times}x", GREY, 11, "middle") for p in points]

    def mark(self, point, value, color):
        x, y = self.x(point.lines), self.y(value)
        self.parts.append(f'<rect x="{x - 5:.1f}" y="{y - 5:.1f}" width="10" height="10" fill="{color}"/>')

    def legend(self, entries):
        """Under the axis, where no line runs."""
        x, y = self.left, BOTTOM + 66
        for color, name, dashed in entries:
            width = 40 + 6.6 * len(name)
            if x > self.left and x + width > self.left + PANEL:
                x, y = self.left, y + 18
            self.parts.append(line(x, y - 4, x + 18, y - 4, color, 'stroke-dasharray="4 4"' if dashed else 'stroke-width="3"'))
            self.parts.append(text(x + 24, y, name, size=12))
            x += width


def growth(points):
    """Time and memory over lines, as an SVG document; runs that failed are not drawn."""
    free = sorted((p for p in points if not p.heap and not p.failed), key=lambda p: p.lines)
    limited = [p for p in points if p.heap and not p.failed]
    shown = free + limited or points
    time = Panel(LEFT, shown, max(max(p.wall, p.cpu) for p in shown), "Time of a cold scan", "seconds")
    memory = Panel(LEFT + GAP, shown, max(p.rss for p in shown) / 1e6, "Peak memory", "MB, the whole process")
    times = []
    if free:
        time.proportional(free[0], free[0].cpu)
        time.series(free, lambda p: p.cpu, CPU)
        time.series(free, lambda p: p.wall, WALL)
        memory.series(free, lambda p: p.rss / 1e6, MEMORY)
        time.label(free, lambda p: max(p.cpu, p.wall))
        memory.label(free, lambda p: p.rss / 1e6)
        times = [(CPU, "CPU", False), (WALL, "wall", False)]
    heaps = sorted({p.heap for p in limited})
    for p in limited:
        time.mark(p, p.wall, LIMITED)
        memory.mark(p, p.rss / 1e6, LIMITED)
    times += [(LIMITED, f"wall under -Xmx{heap}", False) for heap in heaps]
    time.legend(times + [(GREY, f"CPU in proportion to {free[0].times}x", True)] if free else times)
    memory.legend([(MEMORY, "no limit", False)] * bool(free) + [(LIMITED, f"under -Xmx{heap}", False) for heap in heaps])
    sizes = ", ".join(f"{p.times}x" for p in free)
    body = "\n".join(time.parts + memory.parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" '
        f'font-family="system-ui, sans-serif" role="img">\n<title>{escape("Time and memory of Heed over the input: " + sizes)}</title>\n'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>\n{body}\n</svg>\n'
    )


def nice(top):
    """The end of an axis that holds `top` with some room, and the distance of its marks: 1, 2 or 5 times a power of ten."""
    rough = top * 1.05 / 5
    power = 10 ** math.floor(math.log10(rough))
    step = next(m * power for m in (1, 2, 5, 10) if m * power >= rough)
    return math.ceil(top * 1.05 / step) * step, step


def steps(end, step):
    return [round(number * step, 9) for number in range(round(end / step) + 1)]


def line(x1, y1, x2, y2, color, more=""):
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{color}" {more}/>'


def text(x, y, content, color="#222", size=15, anchor="start", weight="normal"):
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" fill="{color}" font-size="{size}" text-anchor="{anchor}" font-weight="{weight}">'
        f"{escape(content)}</text>"
    )

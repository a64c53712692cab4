"""Dress the body: skin, T-shirt, leggings, hair and a face, by cuts along level lines.

Colours are classes of vertices, not textures, so that a theme or a skin tone is
one table. Where two classes meet the vertices are doubled and the line is sharp.
Distances are metres on the reference body.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from tools.bake_figure.mesh import Flags, Floats, Ints, Mesh, normals, rim
from tools.bake_figure.source import MakeHuman
from tools.bake_figure.thin import thinned

CLASSES = ("skin", "lips", "brows", "hair", "eye", "iris", "shirt", "trousers")

UNDER = 0.03  # how far skin and leggings reach under the cloth that covers them
HEM = 0.006  # thickness of a hem
SLEEVE = 0.62  # share of the upper arm that the sleeve covers
CUFF = 0.055  # leggings end this far above the ankle joint
COARSE = 0.0011  # error up to which the skin is thinned out
MOUTH = 0.045
ON_ARM = 0.3  # skin weight of the arm's bones from which a vertex counts as the arm
ON_EAR = 0.5  # how far the ear's own targets move a vertex of the ear, of the most moved one
AWAY = -1.0  # the arm's level elsewhere
AROUND_IRIS = 0.004
FINE_IRIS = 0.003
FINE_CLOTH = 0.026
FINE_BROW = 0.0028


@dataclass(frozen=True)
class Reference:
    """The reference body, and the places on it that the cuts go by."""

    source: MakeHuman
    vertices: Floats

    def joint(self, name: str) -> Floats:
        """Centre of a joint cube on the reference body."""
        return self.source.joint(self.vertices, name)

    def weight(self, *names: str) -> Floats:
        """Sum of MakeHuman's skin weights over the bones whose names start with `names`."""
        table = self.source.bone_weights
        chosen = [table[bone] for bone in table if bone.startswith(names)]
        return np.asarray(np.sum(chosen, axis=0))

    def mesh(self, group: str) -> Mesh:
        """One group's quads as triangles."""
        quads = self.source.quads(group)
        return Mesh(
            self.vertices.copy(), np.concatenate([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]])
        )

    def moved_by(self, *targets: str) -> Floats:
        """How far the targets move each vertex, relative to the vertex moved most."""
        length = sum(np.linalg.norm(self.source.target(name), axis=1) for name in targets)
        return np.asarray(length / np.max(length))


# --- level lines: positive on the side named -------------------------------------


def neck_level(ref: Reference, points: Floats) -> Floats:
    """Height above the neckline: from below the nape down to the collarbones."""
    back = np.array([-0.045, ref.joint("neck")[1] - 0.004])
    front = np.array([0.085, ref.joint("r-clavicle")[1] + 0.012])
    along = (front - back) / np.linalg.norm(front - back)
    normal = np.array([-along[1], along[0]])
    height = (points[:, :2] - back) @ normal
    return np.asarray(height - 5.5 * points[:, 2] ** 2)


def arm_level(ref: Reference, points: Floats) -> Floats:
    """Metres past the sleeve's hem along the upper arm; -1 away from the arms."""
    arm = ref.weight("upperarm", "lowerarm", "wrist", "finger", "metacarpal") > ON_ARM
    level = np.full(len(points), AWAY)
    for side, letter in ((1, "r"), (-1, "l")):
        shoulder, elbow = ref.joint(f"{letter}-shoulder"), ref.joint(f"{letter}-elbow")
        length = np.linalg.norm(elbow - shoulder)
        past = (points - shoulder) @ (elbow - shoulder) / length - SLEEVE * length
        here = arm & (points[:, 2] * side > 0)
        level[here] = past[here]
    return level


def waist_level(ref: Reference, points: Floats) -> Floats:
    """Height above the shirt's hem, which dips a little at the back."""
    return np.asarray(points[:, 1] - ref.joint("r-upper-leg")[1] - 0.075 - 0.06 * points[:, 0])


def ankle_level(ref: Reference, points: Floats) -> Floats:
    """Height above the leggings' hem."""
    return np.asarray(points[:, 1] - ref.joint("r-ankle")[1] - CUFF)


def _ears(ref: Reference) -> Floats:
    return ref.moved_by("ears/l-ear-scale-incr", "ears/r-ear-scale-incr")


def hair_level(ref: Reference, points: Floats, ear: Floats) -> Floats:
    """Height above the hairline, around the ears, on the head; `ear` is over 0 on the ears."""
    eye = ref.joint("r-eye")
    angle = np.degrees(np.arctan2(np.abs(points[:, 2]), points[:, 0] - ref.joint("head")[0] + 0.02))
    turn = [0, 20, 38, 50, 58, 66, 76, 88, 112, 128, 140, 180]
    line = [
        0.072,
        0.069,
        0.060,
        0.044,
        0.018,
        0.008,
        -0.022,
        -0.030,
        -0.030,
        -0.045,
        -0.062,
        -0.068,
    ]
    level = points[:, 1] - eye[1] - np.interp(angle, turn, line)
    head = points[:, 1] > eye[1] - 0.12
    on_ear = ear > ON_EAR
    middle = points[on_ear].mean(axis=0)
    across = (points[:, 0] - middle[0] - 0.2 * (middle[1] - points[:, 1])) / 0.030
    around = np.hypot(across, (points[:, 1] - middle[1]) / 0.044) - 1
    return np.where(head, np.minimum(level, np.where(on_ear, -0.02, 0.02 * around)), -0.004)


def brow_level(ref: Reference, points: Floats) -> Floats:
    """Depth inside the eyebrows: tapered arcs above the eyes."""
    eye = ref.joint("r-eye")
    out = np.abs(points[:, 2]) - eye[2]
    middle = eye[1] + 0.0195 + 0.0035 * np.cos(out / 0.011) - 0.05 * np.maximum(out, 0)
    half = np.interp(out, [-0.020, -0.014, 0.004, 0.026], [0.0, 0.0034, 0.0028, 0.0])
    front = points[:, 0] > eye[0] - 0.02
    return np.where(front, half - np.abs(points[:, 1] - middle), -0.01)


def lip_level(ref: Reference) -> Floats:
    """Depth inside the lips, by how strongly the lips' own targets move them."""
    upper = ref.moved_by("mouth/mouth-upperlip-volume-incr")
    lower = ref.moved_by("mouth/mouth-lowerlip-volume-incr")
    return np.maximum(upper, lower) - 0.3


def iris_level(ref: Reference, points: Floats) -> Floats:
    """Depth inside the iris, metres."""
    level = np.full(len(points), -0.01)
    for letter, group in (("r", "helper-r-eye"), ("l", "helper-l-eye")):
        index = ref.source.groups[group]
        centre = ref.joint(f"{letter}-eye")
        offset = points[index] - centre
        radius = np.hypot(offset[:, 1], offset[:, 2])
        level[index] = np.where(offset[:, 0] > 0, 0.0058 - radius, -0.01)
    return level


# --- parts -------------------------------------------------------------------------


@dataclass(frozen=True)
class Part:
    """A cut mesh with a class per triangle, and how far each vertex is set off outwards."""

    mesh: Mesh
    classes: Ints
    offset: Floats
    thick: bool = False


def _class(name: str) -> int:
    return CLASSES.index(name)


def skin(ref: Reference) -> Part:
    """Head, forearms, hands and feet, reaching a little under the clothes."""
    mesh = ref.mesh("body")
    points = ref.vertices
    shown = np.maximum(neck_level(ref, points), arm_level(ref, points))
    shown = np.maximum(shown, -ankle_level(ref, points))
    mesh.cut("under", shown + UNDER)
    mesh.keep(mesh.above("under"))
    mesh.levels["shown"] = mesh.grown(shown)
    mesh.triangles = _thin(ref, mesh)
    for longest, reach in ((2 * FINE_BROW, 0.006), (FINE_BROW, 0.003)):
        mesh.refine(brow_level(ref, mesh.points) > -reach, longest)
    mesh.cut("lips", mesh.grown(lip_level(ref)))
    mesh.keep(_seen(ref, mesh))
    mesh.cut("brows", brow_level(ref, mesh.points))
    mesh.cut("hair", hair_level(ref, mesh.points, mesh.grown(_ears(ref))))
    classes = np.full(len(mesh.triangles), _class("skin"))
    for name in ("lips", "brows", "hair"):
        classes[mesh.above(name)] = _class(name)
    hidden = np.clip(-mesh.levels["shown"] / UNDER, 0, 1)
    return Part(mesh, classes, -0.009 * hidden)


def _thin(ref: Reference, mesh: Mesh) -> Ints:
    """Fewer triangles, except where the face is looked at."""
    face = mesh.points - ref.joint("mouth") - np.array([0.06, 0.02, 0.0])
    care = np.interp(np.linalg.norm(face, axis=1), [0.05, 0.10], [3.0, 1.0])
    return thinned(mesh.points, mesh.triangles, care, COARSE)


def _seen(ref: Reference, mesh: Mesh) -> Flags:
    """All triangles but the mouth's lining: near its middle, and looking inwards."""
    a, b, c = mesh.points[mesh.triangles.T]
    inwards = ref.joint("mouth") - (a + b + c) / 3
    looks_in = np.einsum("ij,ij->i", np.cross(b - a, c - a), inwards) > 0
    near = np.linalg.norm(inwards * np.array([0.6, 1.0, 1.0]), axis=1) < MOUTH
    return np.asarray(~(looks_in & near) | mesh.above("lips"))


def shirt(ref: Reference) -> Part:
    """A T-shirt from the tight shell: neckline, sleeves and hem."""
    mesh = _shell(ref)
    arms = mesh.grown(arm_level(ref, ref.vertices))
    for name, level in (
        ("neck", neck_level(ref, mesh.points)),
        ("sleeve", arms),
        ("hem", -waist_level(ref, mesh.points)),
    ):
        mesh.cut(name, mesh.since(level))
        mesh.keep(~mesh.above(name))
    # Cloth hangs free at the hem and lies close at the neck.
    loose = np.interp(-mesh.levels["hem"], [0.0, 0.25, 0.4], [0.009, 0.005, 0.003])
    return Part(mesh, np.full(len(mesh.triangles), _class("shirt")), loose, thick=True)


def leggings(ref: Reference) -> Part:
    """Leggings from the tight shell, reaching up under the shirt."""
    mesh = _shell(ref)
    arms = mesh.grown(arm_level(ref, ref.vertices)) > AWAY / 2
    for name, level in (
        ("waist", np.where(arms, 1.0, waist_level(ref, mesh.points) - UNDER)),
        ("ankle", -ankle_level(ref, mesh.points)),
    ):
        mesh.cut(name, mesh.since(level))
        mesh.keep(~mesh.above(name))
    top = np.clip(1 + mesh.levels["waist"] / UNDER, 0, 1)
    offset = 0.001 - 0.004 * top
    return Part(mesh, np.full(len(mesh.triangles), _class("trousers")), offset, thick=True)


def _shell(ref: Reference) -> Mesh:
    mesh = ref.mesh("helper-tights")
    mesh.refine(np.ones(len(mesh.points), dtype=bool), FINE_CLOTH)
    return mesh


def eyes(ref: Reference) -> Part:
    """Eyeballs with an iris."""
    mesh = ref.mesh("helper-r-eye")
    mesh.triangles = np.concatenate([mesh.triangles, ref.mesh("helper-l-eye").triangles])
    mesh.refine(mesh.grown(iris_level(ref, ref.vertices)) > -AROUND_IRIS, FINE_IRIS)
    mesh.cut("iris", mesh.grown(iris_level(ref, ref.vertices)))
    classes = np.where(mesh.above("iris"), _class("iris"), _class("eye"))
    return Part(mesh, classes, np.zeros(len(mesh.points)))


PARTS: tuple[Callable[[Reference], Part], ...] = (skin, shirt, leggings, eyes)


# --- one mesh ------------------------------------------------------------------------


@dataclass(frozen=True)
class Dressed:
    """All parts as one indexed mesh: the shared topology of every body.

    `vertex` numbers a part's own vertex, `part` its part, `classes` its colour
    class, `weld` is equal for vertices that lie on one point of one surface,
    `inward` is how far a hem's inner edge turns in.
    """

    parts: tuple[Part, ...]
    triangles: Ints
    part: Ints
    vertex: Ints
    classes: Ints
    weld: Ints
    inward: Floats

    def placed(self, base: Floats, hair: float) -> Floats:
        """Vertices of the body with this base mesh, its hair set off by up to `hair` metres."""
        points = np.empty((len(self.vertex), 3))
        for number, part in enumerate(self.parts):
            here = self.part == number
            whole = part.mesh.shaped(base)
            normal = normals(whole, part.mesh.triangles)
            offset = part.offset + hair * _hair_share(part)
            chosen = self.vertex[here]
            out = offset[chosen] - self.inward[here]
            points[here] = whole[chosen] + out[:, None] * normal[chosen]
        return points

    def outside(self) -> Flags:
        """The vertices that can be touched: neither under cloth nor inside a hem or an eye."""
        shown = self.inward == 0
        for number, part in enumerate(self.parts):
            here = self.part == number
            shown[here] &= part.offset[self.vertex[here]] >= 0
            shown[here] &= self.classes[here] != _class("eye")
        return np.asarray(shown)

    def grown(self, values: Floats) -> Floats:
        """Values of the base vertices (n, …) carried on to the dressed ones."""
        out = np.empty((len(self.vertex), *values.shape[1:]))
        for number, part in enumerate(self.parts):
            here = self.part == number
            out[here] = part.mesh.grown(values)[self.vertex[here]]
        return out


def _hair_share(part: Part) -> Floats:
    """How full the hair is: nothing at the hairline, all of it three centimetres in."""
    level = part.mesh.levels.get("hair")
    return np.zeros(len(part.mesh.points)) if level is None else np.clip(level / 0.03, 0, 1) ** 0.7


def dressed(ref: Reference) -> Dressed:
    """Cut all parts on the reference body and join them."""
    parts = tuple(make(ref) for make in PARTS)
    corners = []
    for number, part in enumerate(parts):
        triangles, classes = part.mesh.triangles, part.classes
        layer = np.zeros_like(triangles)
        if part.thick:
            strip, strip_layer = _hem(triangles)
            triangles = np.concatenate([triangles, strip])
            layer = np.concatenate([layer, strip_layer])
            classes = np.concatenate([classes, np.full(len(strip), classes[0])])
        corners.append(
            np.stack(
                [np.full_like(triangles, number), triangles, _broad(classes, triangles), layer],
                axis=2,
            )
        )
    keys = np.concatenate(corners).reshape(-1, 4)
    unique, inverse = np.unique(keys, axis=0, return_inverse=True)
    _, weld = np.unique(unique[:, [0, 1, 3]], axis=0, return_inverse=True)
    return Dressed(
        parts=parts,
        triangles=inverse.reshape(-1, 3),
        part=unique[:, 0],
        vertex=unique[:, 1],
        classes=unique[:, 2],
        weld=weld.reshape(-1),
        inward=np.where(unique[:, 3] > 0, HEM, 0.0),
    )


def _broad(classes: Ints, triangles: Ints) -> Ints:
    return np.broadcast_to(classes[:, None], triangles.shape)


def _hem(triangles: Ints) -> tuple[Ints, Ints]:
    """A strip along the open edges whose second row is the hem turned in."""
    a, b = rim(triangles).T
    strip = np.concatenate([np.stack([b, a, a], axis=1), np.stack([b, a, b], axis=1)])
    outer, inner = np.zeros(len(a), dtype=int), np.ones(len(a), dtype=int)
    layer = np.concatenate(
        [np.stack([outer, outer, inner], axis=1), np.stack([outer, inner, inner], axis=1)]
    )
    return strip, layer

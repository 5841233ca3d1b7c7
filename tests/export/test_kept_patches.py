"""What a person saved in the patches of an export outlives the next export."""

import pytest

from tests.export.descriptions import description
from vschaos.export import patches_max, patches_pd
from vschaos.export.kept_patches import fingerprints, keep_changed

DESCRIBED = description(3)
PATCH = f"{DESCRIBED.name}.pd"
WRITTEN = fingerprints(DESCRIBED)
END = ";\n#X"


def export(folder):
    folder.mkdir()
    written = *patches_pd.write_patches(folder, DESCRIBED), *patches_max.write_patches(folder, DESCRIBED)
    return [path.name for path in written]


@pytest.fixture
def target(tmp_path):
    export(tmp_path / "target")
    return tmp_path / "target"


@pytest.fixture
def again(tmp_path, target):
    """A new export into the folder: the patches that are kept, and those that have been put there."""

    def made(*, written=WRITTEN, numbers=True):
        stage = tmp_path / f"stage-{len(list(tmp_path.iterdir()))}"
        kept = keep_changed(stage, target, export(stage), written, numbers=numbers)
        for path in stage.iterdir():
            path.replace(target / path.name)
        return kept

    return made


def stored(text, numbers):
    """A patch with snapshots, in lines as Pd writes them."""
    head, rest = text.split("array define -k \\$0-snapshots ")
    size = int(rest.split(";")[0])
    values = [*map(str, numbers), *["0"] * (size - len(numbers))]
    lines = "\n".join(" ".join(values[start : start + 20]) for start in range(0, size, 20))
    return f"{head}array define -k \\$0-snapshots {size};\n#A 0 {lines};\n#X{rest.split(END, 1)[1]}"


def snapshots(path):
    block = path.read_text().split("array define -k \\$0-snapshots ")[1].split(";\n#X")[0]
    return list(map(float, block.replace(";", " ").split()[3:]))


def test_patches_that_nobody_changed_are_replaced(again, target):
    before = {path.name for path in target.iterdir()}
    assert again() == ()
    assert {path.name for path in target.iterdir()} == before


def test_snapshots_go_into_the_new_patch_and_the_one_that_was_saved_stays_beside_it(again, target):
    fresh = (target / PATCH).read_text()
    saved = stored(fresh, [0.25, -0.5, 1]).replace("#N canvas 40 40", "#N canvas 80 90", 1) + "#X text 1 1 mine;\n"
    (target / PATCH).write_text(saved)
    assert again() == ("glass-harp-kept.pd",)
    assert (target / "glass-harp-kept.pd").read_text() == saved
    assert snapshots(target / PATCH)[:3] == [0.25, -0.5, 1]
    assert stored((target / PATCH).read_text(), []) == stored(fresh, [])
    # The new one has not been changed since; its snapshots go on.
    assert again() == ()
    assert snapshots(target / PATCH)[:3] == [0.25, -0.5, 1]
    (target / PATCH).write_text(saved)
    assert again() == (), "it is there already"
    (target / PATCH).write_text(f"{saved}#X text 1 1 more;\n")
    assert again() == ("glass-harp-2-kept.pd",)
    assert (target / "glass-harp-kept.pd").read_text() == saved


def test_snapshots_that_do_not_fit_stay_beside_the_new_patch(again, target):
    fresh = (target / PATCH).read_text()
    other = stored(fresh, [0.25])
    (target / PATCH).write_text(other)
    assert again(numbers=False) == ("glass-harp-kept.pd",), "of another instrument"
    assert (target / PATCH).read_text() == fresh
    (target / PATCH).write_text(other.replace("latent-z3", "latent-z9"))
    assert again() == ("glass-harp-2-kept.pd",), "of another axis"
    assert (target / PATCH).read_text() == fresh


@pytest.mark.parametrize("ending", [".maxpat", "-through.maxpat", ".maxhelp", "-effect.amxd", "-poly.pd", "-pad.pd"])
def test_every_patch_that_was_changed_stays(ending, again, target):
    path = target / f"{DESCRIBED.name}{ending}"
    written = path.read_bytes()
    path.write_bytes(written + b"\n")
    assert again() == (f"{path.stem}-kept{path.suffix}",)
    assert path.read_bytes() == written


def test_of_an_export_without_fingerprints_every_other_patch_stays(again, target):
    (target / PATCH).write_text("#N canvas 0 0 100 100 12;\n")
    assert again(written=()) == ("glass-harp-kept.pd",)

import numpy as np
import pytest
from PySide6.QtGui import QColor

from vschaos.realtime.protocol import SPECTRUM_BANDS, Spectrum
from vschaos_studio.ui.play.sound_picture import COLUMN_PX, HEIGHTS, SCALE_WIDTH, SoundPicture


@pytest.fixture
def picture(qtbot, theme, clock):
    made = SoundPicture(theme, clock=clock)
    qtbot.addWidget(made)
    made.resize(400, 64)
    made.show()
    return made


def column(band):
    bands = np.zeros(SPECTRUM_BANDS, np.uint8)
    bands[band] = 255
    return Spectrum(bands.tobytes(), -6.0)


def brightness(picture):
    """Of each column of the spectrogram's field, by row from the foot."""
    image = picture.spectrogram.grab().toImage()
    light = [
        [QColor(image.pixel(x, y)).lightness() for x in range(SCALE_WIDTH + 1, image.width() - 1)]
        for y in range(image.height() - 2, 0, -1)
    ]
    return np.array(light)


def test_the_newest_column_is_on_the_right_and_the_others_move_left(picture):
    picture.show_spectrum(column(6))
    picture.show_spectrum(column(SPECTRUM_BANDS - 6))
    light = brightness(picture)
    half = len(light) // 2
    # The frame's line lies on the last pixel.
    newest, before = light[:, 1 - COLUMN_PX :], light[:, 1 - 2 * COLUMN_PX : 1 - COLUMN_PX]
    assert newest[half:].max() > 100 > 60 > newest[:half].max()
    assert before[:half].max() > 100 > 60 > before[half:].max()
    assert light[:, : 1 - 2 * COLUMN_PX].max() < 30


def test_it_goes_round_and_keeps_what_it_shows_when_it_is_resized(picture):
    for number in range(500):
        picture.show_spectrum(column(number % SPECTRUM_BANDS))
    before = brightness(picture)
    picture.resize(300, 64)
    after = brightness(picture)
    np.testing.assert_array_equal(after, before[:, -after.shape[1] :])


def test_its_meter_falls_after_the_last_column(picture, clock):
    picture.show_spectrum(column(3))
    assert picture.meter.level_db == -6.0
    picture.show_silence()
    clock.now += 1.0
    picture.tick()
    assert picture.meter.level_db < -30.0


def test_it_is_the_lower_the_lower_the_window(picture):
    heights = []
    for height in (640, 768, 1080):
        picture.fit(height)
        heights.append(picture.height())
    assert heights == [height for _, height in HEIGHTS]

"""The colour profile is one that others can read."""

from io import BytesIO

import pytest
from PIL import ImageCms

from secondop_desktop.exchange.pdf.structure.colour_profile import profile


def test_the_profile_is_that_of_a_display_with_the_primaries_of_srgb() -> None:
    ours = ImageCms.ImageCmsProfile(BytesIO(profile())).profile
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).profile
    assert ours.xcolor_space.strip() == "RGB"
    assert ours.device_class == "mntr"
    for name in ("red_primary", "green_primary", "blue_primary", "media_white_point"):
        ours_xyz, srgb_xyz = getattr(ours, name)[0], getattr(srgb, name)[0]
        assert ours_xyz == pytest.approx(srgb_xyz, abs=0.001)
    assert int.from_bytes(profile()[:4], "big") == len(profile())

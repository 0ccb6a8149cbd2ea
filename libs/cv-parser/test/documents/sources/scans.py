"""Makes the pictures and scans anew: python3 scans.py, with Pillow, pdftoppm and soffice. See ../README.md."""

import random
import subprocess
import tempfile
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter

documents = Path(__file__).parent.parent
random.seed(4)


def page(pdf: Path, dpi: int) -> Image.Image:
    subprocess.run(["pdftoppm", "-r", str(dpi), "-gray", "-singlefile", pdf, folder / "page"], check=True)
    return Image.open(folder / "page.pgm").copy()


def tilted(image: Image.Image, degrees: float) -> Image.Image:
    return image.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=255)


def noisy(image: Image.Image, strength: int) -> Image.Image:
    noise = Image.effect_noise(image.size, strength)
    return ImageChops.add(image, noise, scale=1, offset=-128)


def shaded(image: Image.Image, darkest: int) -> Image.Image:
    """A lamp from the upper left: the lower right lies in shadow."""
    down = Image.linear_gradient("L")
    ramp = ImageChops.add(down, down.rotate(90), scale=2).resize(image.size)
    return ImageChops.multiply(image, ramp.point(lambda value: 255 - (255 - darkest) * value // 255))


with tempfile.TemporaryDirectory() as name:
    folder = Path(name)
    # A telephone's picture: held sideways (which its Exif data say), tilted, in poor light, a little out of focus.
    photo = shaded(tilted(page(documents / "en-one-column.pdf", 190), 2.6), 110).filter(ImageFilter.GaussianBlur(0.8))
    exif = Image.Exif()
    exif[0x0112] = 6
    noisy(photo, 8).rotate(90, expand=True).save(documents / "en-photo.jpg", quality=40, exif=exif)
    # A screenshot.
    page(documents / "de-sidebar.pdf", 130).save(documents / "de-screenshot.png", optimize=True, dpi=(130, 130))
    # An office scanner's PDF without a text layer.
    scan = noisy(tilted(page(documents / "fr-left-dates.pdf", 200), -1.3), 6)
    scan.save(documents / "fr-scan.pdf", resolution=200, quality=35, title="fr-scan")
    # A fax: black and white, lying on its side, with a blank second page.
    fax = page(documents / "it-table.pdf", 200).point(lambda value: 255 * (value > 150)).convert("1").rotate(-90, expand=True)
    blank = Image.new("1", fax.size, 1)
    fax.save(documents / "it-fax.tif", compression="group4", dpi=(200, 200), save_all=True, append_images=[blank])
    # Upside down, at a low resolution.
    convert = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "--outdir", folder]
    subprocess.run([*convert, documents / "es-styles.docx"], check=True)
    page(folder / "es-styles.pdf", 110).rotate(180).save(documents / "es-upside-down.webp", quality=60)
    # Paper with nothing on it but grain.
    noisy(Image.new("L", (620, 877), 245), 10).save(documents / "blank.jpg", quality=40)

#!/usr/bin/env python3
"""A gateway for measuring: customer 1000 has so many cards, any other 200, and each card one of 200 pictures.

usage: bench-gateway.py FOLDER

Serves on a free port of 127.0.0.1, writes it into FOLDER/port and runs until it is ended. The pictures are PNGs of
the usual size, 1536 x 969 with alpha, from smooth to noisy, made once into FOLDER. /page shows all to a browser.
"""

import http.server
import json
import pathlib
import random
import struct
import sys
import zlib

WIDTH, HEIGHT = 1536, 969
ARTS = 200


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def picture(number):
    """Diagonal bands in the picture's own colours, with more noise the higher its number."""
    chance = random.Random(number)
    colours = [bytes(chance.randrange(256) for _ in range(3)) + b"\xff" for _ in range(24)]
    band = b"".join(colour * 64 for colour in colours)
    noise = chance.randbytes(4 * 8 * (number % 40))
    rows = []
    for y in range(HEIGHT):
        shift = 4 * (y // 3 % WIDTH)
        row = bytearray(band[shift:] + band[:shift])
        at = 4 * (y * 7 % (WIDTH - len(noise) // 4))
        row[at : at + len(noise)] = noise[y % 32 :] + noise[: y % 32]
        row[3::4] = b"\xff" * WIDTH
        rows.append(b"\0" + row)
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 6, 0, 0, 0)
    pixels = zlib.compress(b"".join(rows), 1)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def card(number, address):
    url = f"{address}/art/{number % ARTS}/w{WIDTH}_h{HEIGHT}.png"
    size = {"width": WIDTH, "height": HEIGHT}
    art = {
        "assetType": "CARD_BACKGROUND_COMBINED",
        "altText": "digitalCardArt",
        "paymentType": "VISA",
        "assetData": [{"url": url, "mediaType": "image/png", **size}],
    }
    return {
        "expire": f"{1 + number % 12:02}.2039",
        "token": f"{number:08X}-0000-4000-8000-{number:012X}",
        "bank": f"Bank {number % 7}",
        "brand": "VISA",
        "bin": 400551,
        "active": True,
        "needCVC": False,
        "post": f"{number % 10000:04}",
        "assets": [art],
    }


def main():
    folder = pathlib.Path(sys.argv[1])
    for number in range(ARTS):
        path = folder / f"{number}.png"
        if not path.exists():
            path.write_bytes(picture(number))

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_):
            pass

        def answer(self, kind, body):
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "public, max-age=86400")
            self.end_headers()
            self.wfile.write(body)

        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            count = 1000 if b"1000" in body else 200
            self.answer("application/json;charset=UTF-8", json.dumps(listed[:count]).encode())

        def do_GET(self):
            parts = self.path.split("/")
            if len(parts) > 2 and parts[1] == "art" and parts[2].isdigit():
                self.answer("image/png", (folder / f"{parts[2]}.png").read_bytes())
            else:
                self.answer("text/html", page)

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    address = f"http://127.0.0.1:{server.server_port}"
    listed = [card(number, address) for number in range(1000)]
    # The same pictures for a browser, at the size of a small tile.
    seen = "".join(f'<img src="/art/{number}/art.png" width="96">' for number in range(ARTS))
    page = f"<!doctype html><title>Art</title>{seen}".encode()
    (folder / "port").write_text(str(server.server_port))
    server.serve_forever()


main()

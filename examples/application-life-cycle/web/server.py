"""Says that the shop is open."""
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Shop(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"open\n")


ThreadingHTTPServer(("", 8000), Shop).serve_forever()

"""What a client of another making sees of the example `websockets`: `websocket.py target/debug/examples/websockets`."""

import asyncio
import re
import subprocess
import sys

from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidStatus


async def refusal(url, **options):
    """The status of a handshake that is refused, and its body."""
    try:
        async with connect(url, **options):
            return "accepted"
    except InvalidStatus as error:
        return error.response.status_code, bytes(error.response.body).decode()


async def end(url, *messages):
    """The close frame that comes behind these messages."""
    async with connect(url) as socket:
        try:
            for message in messages:
                await socket.send(message)
            while True:
                await socket.recv()
        except ConnectionClosed as closed:
            return closed.rcvd.code, closed.rcvd.reason


async def use(url, program):
    async with connect(f"{url}/ws") as socket:
        for text in ["hello", "", "grüße 🦀", "x" * 500_000]:
            await socket.send(text)
            assert await socket.recv() == f"Message text was: {text}"
        await socket.send(["in ", "several ", "frames"])
        assert await socket.recv() == "Message text was: in several frames"
        await (await socket.ping())
        await socket.close(4001, "enough")
        assert (socket.close_code, socket.close_reason) == (4001, "enough")
    assert await end(f"{url}/ws", b"bytes") == (1003, "a text is wanted here, and not bytes")
    assert await end(f"{url}/ws", "x" * (1024 * 1024 + 1)) == (1009, "more than 1048576 bytes")
    assert await end(f"{url}/items/0/ws?token=t") == (1008, "not for sale")
    status, body = await refusal(f"{url}/items/7/ws")
    assert (status, body) == (401, '{"detail":"a session or a token is needed"}'), (status, body)
    status, body = await refusal(f"{url}/items/x/ws")
    assert status == 422 and '"int_parsing"' in body, (status, body)
    status, _ = await refusal(f"{url}/ws", origin="https://elsewhere.example")
    assert status == 403, status
    async with connect(f"{url}/ws/1") as one, connect(f"{url}/ws/2") as other:
        await one.send("hello")
        assert await one.recv() == "You wrote: hello"
        assert await one.recv() == await other.recv() == "Client #1 says: hello"
        program.terminate()
        for socket in [one, other]:
            await socket.wait_closed()
            assert socket.close_code == 1001, socket.close_code


def main():
    program = subprocess.Popen([sys.argv[1], "--port", "0"], stderr=subprocess.PIPE, text=True)
    try:
        for line in program.stderr:
            if found := re.search(r"at http://(\S+)", line):
                break
        else:
            sys.exit("the example does not say where it listens")
        asyncio.run(use(f"ws://{found[1]}", program))
        if program.wait(timeout=20) != 0:
            sys.exit("the example did not end well")
    finally:
        program.kill()
    print("a client from PyPI sees the messages, the close codes and the statuses of refusals")


main()

"""A chat over two processes of the example `broadcast`, with a broker that stalls, dies and comes back.

    broadcast.py target/broadcast/debug/broadcast
"""

import asyncio
import re
import signal
import socket
import subprocess
import sys
import tempfile
from contextlib import ExitStack, contextmanager

from websockets.asyncio.client import connect

GONE = "The broker is gone: nobody hears anybody until it is back."
BACK = "The broker is here: everybody hears everybody."
# Nothing takes this long.
LONGEST = 20


@contextmanager
def running(*command, **options):
    program = subprocess.Popen(command, **options)
    try:
        yield program
    finally:
        program.kill()
        program.wait()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def broker(port):
    """Redis without a file, as it would be started by hand; here it listens when this begins."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["redis-server", "--bind", "127.0.0.1", "--port", str(port), "--save", "", "--dir", folder]
        with running(*command, stdout=subprocess.PIPE, text=True) as program:
            for line in program.stdout:
                if "Ready to accept connections" in line:
                    break
            else:
                sys.exit("redis-server does not say that it is ready")
            yield program


@contextmanager
def process(program, port):
    """A process of the example, and where it listens."""
    command = [program, "--port", "0"]
    environment = {"REDIS_URL": f"redis://127.0.0.1:{port}"}
    with running(*command, stderr=subprocess.PIPE, text=True, env=environment) as program:
        for line in program.stderr:
            if found := re.search(r"at http://(\S+)", line):
                yield program, f"ws://{found[1]}"
                return
        sys.exit("the example does not say where it listens")


async def heard(client, text):
    """Waits until a client hears this text; in between it hears nothing but news of the broker."""
    async with asyncio.timeout(LONGEST):
        while (message := await client.recv()) != text:
            assert message in (GONE, BACK), f"{message!r} came, and not {text!r}"


async def all_hear(clients, speaker, number, text):
    await speaker.send(text)
    for client in clients:
        await heard(client, f"Client #{number} says: {text}")


async def use(addresses, programs, port):
    one_url, other_url = addresses
    async with connect(f"{one_url}/ws/1") as one, connect(f"{other_url}/ws/2") as other:
        clients = [one, other]
        # Nobody has started a broker yet, and that is told.
        for client in clients:
            await heard(client, GONE)
        await one.send("hello?")
        await heard(one, "Nobody heard that: the broker is gone. Say it again when it is back.")

        with broker(port) as redis:
            for client in clients:
                await heard(client, BACK)
            await all_hear(clients, one, 1, "hello")
            await all_hear(clients, other, 2, "grüße 🦀")
            # Who comes later hears it too, and that somebody leaves.
            async with connect(f"{one_url}/ws/3") as late:
                await all_hear([*clients, late], late, 3, "me too")
            for client in clients:
                await heard(client, "Client #3 left the chat")

            # A broker that takes its time holds up who speaks, and nobody else: the connections live.
            redis.send_signal(signal.SIGSTOP)
            await one.send("is it slow?")
            await (await one.ping())
            await (await other.ping())
            async with asyncio.timeout(LONGEST):
                while (told := await one.recv()) in (GONE, BACK):
                    pass
            assert told.startswith("Perhaps nobody heard that: "), told
            redis.send_signal(signal.SIGCONT)
            await recovered(clients)
            await all_hear(clients, other, 2, "it was")

            redis.kill()
            for client in clients:
                await heard(client, GONE)
            await other.send("lost")
            await heard(other, "Nobody heard that: the broker is gone. Say it again when it is back.")

        # The same place, a new broker.
        with broker(port):
            for client in clients:
                await heard(client, BACK)
            await all_hear(clients, one, 1, "there you are")
            await all_hear(clients, other, 2, "and you")

            programs[1].terminate()
            await other.wait_closed()
            assert other.close_code == 1001, other.close_code
            await heard(one, "Client #2 left the chat")
    for program in programs:
        program.terminate()
        if program.wait(timeout=LONGEST) != 0:
            sys.exit("a process did not end well")


async def recovered(clients):
    """Waits until what one says is heard by all, whatever is told of the time in between."""
    for number in range(1000):
        await clients[0].send(f"again {number}")
        try:
            for client in clients:
                async with asyncio.timeout(1):
                    while await client.recv() != f"Client #1 says: again {number}":
                        pass
            return
        except TimeoutError:
            pass
    sys.exit("the processes do not find each other again")


def main():
    port = free_port()
    with ExitStack() as stack:
        started = [stack.enter_context(process(sys.argv[1], port)) for _ in range(2)]
        programs, addresses = zip(*started)
        asyncio.run(use(addresses, programs, port))
    print("two processes chat through Redis, and find each other again when it was gone")


main()

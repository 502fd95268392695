"""What `deploy/` promises of the example `deployment`, tried: `deployment.py target/debug/examples/deployment`.

It is given its socket as systemd gives it: as descriptor 3, with `LISTEN_FDS` and `LISTEN_PID`. The socket is there before the
program and stays when it ends, so whoever comes in between waits, and is served by the next one.
"""

import os
import re
import signal
import socket
import subprocess
import sys
import tempfile


def activate(program, listener, **environment):
    """The program, which listens where this socket does."""
    # The variable names the process that the program will be, and `dup2` gives a descriptor that stays open.
    code = """import os, sys
os.dup2(int(sys.argv[1]), 3)
os.environ["LISTEN_PID"] = str(os.getpid())
os.execv(sys.argv[2], sys.argv[2:])
"""
    return subprocess.Popen(
        [sys.executable, "-c", code, str(listener.fileno()), program],
        env={**os.environ, "LISTEN_FDS": "1", **environment},
        pass_fds=[listener.fileno()],
        stderr=subprocess.PIPE,
        text=True,
    )


def says(running, words):
    """Waits for a line of its log."""
    for line in running.stderr:
        if re.search(words, line):
            return
    raise AssertionError(f"the program ended, and did not say {words}")


def connect(listener):
    client = socket.socket(listener.family)
    client.settimeout(10)
    client.connect(listener.getsockname())
    return client


def send(client, path):
    client.sendall(
        f"GET {path} HTTP/1.1\r\nhost: example.com\r\nx-forwarded-for: 203.0.113.7\r\nconnection: close\r\n\r\n".encode()
    )
    return client


def answer(client):
    """Status and body."""
    with client.makefile("rb") as file:
        head, _, body = file.read().partition(b"\r\n\r\n")
    client.close()
    return int(head.split()[1]), body.decode()


def ask(listener, path):
    return answer(send(connect(listener), path))


def end(running):
    running.send_signal(signal.SIGTERM)
    log = running.stderr.read()
    assert running.wait(20) == 0, log


def try_socket(program, listener):
    running = activate(program, listener, FASTR_FORWARDED_ALLOW_IPS="127.0.0.1,unix")
    says(running, "serving 3 operations")
    assert ask(listener, "/readyz") == (200, "ok")
    assert ask(listener, "/") == (200, '"Hello 203.0.113.7"')
    end(running)
    for _ in range(2):
        waiting = [send(connect(listener), "/livez") for _ in range(20)]
        running = activate(program, listener)
        assert [answer(client) for client in waiting] == [(200, "ok")] * 20
        # Nobody is trusted who was not named.
        status, body = ask(listener, "/")
        assert status == 200 and "203.0.113.7" not in body, body
        end(running)
    running = activate(program, listener, FASTR_SHUTDOWN_DELAY="3600")
    says(running, "serving")
    running.send_signal(signal.SIGTERM)
    says(running, "draining")
    assert ask(listener, "/readyz") == (503, '{"detail":"The program is ending"}')
    assert ask(listener, "/livez") == (200, "ok")
    end(running)


def main(program):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        try_socket(program, listener)
    with tempfile.TemporaryDirectory() as folder, socket.socket(socket.AF_UNIX) as listener:
        listener.bind(f"{folder}/program.sock")
        listener.listen()
        try_socket(program, listener)
    print("sockets of systemd's are served, also across restarts")


main(sys.argv[1])

package org.meshquiz.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Stands between the program and a server, and lets the way between them break or hang. */
final class FaultProxy implements AutoCloseable {
    private enum Way {
        OPEN,
        CUT,
        HANGING
    }

    private final ServerSocket door;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile int target;
    private volatile Way way = Way.OPEN;
    private volatile boolean closed;

    FaultProxy(int target) {
        this.target = target;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread(this::welcome);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Ends all connections, and new ones as soon as they are made. */
    void cut() {
        way = Way.CUT;
        sockets.forEach(FaultProxy::end);
    }

    /** From now on nothing comes through, although connections stay open. */
    void hang() {
        way = Way.HANGING;
    }

    /** All comes through again, and what hung goes on. */
    void mend() {
        way = Way.OPEN;
    }

    /** All comes through again, to a server that is elsewhere now. */
    void mend(int port) {
        target = port;
        mend();
    }

    @Override
    public void close() {
        closed = true;
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sockets.forEach(FaultProxy::end);
    }

    private void welcome() {
        while (!closed) {
            try {
                Socket near = door.accept();
                sockets.add(near);
                if (way == Way.CUT) {
                    end(near);
                } else {
                    Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                    sockets.add(far);
                    thread(() -> pump(near, far));
                    thread(() -> pump(far, near));
                }
            } catch (IOException refused) {
                // Nobody is there; whoever asked is told by the end of the connection.
                LockSupport.parkNanos(1_000_000);
            }
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[16_384];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                while (way == Way.HANGING && !closed) {
                    LockSupport.parkNanos(5_000_000);
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException broken) {
            // The other end is told below.
        }
        end(from);
        end(to);
        sockets.remove(from);
        sockets.remove(to);
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException already) {
            // It is what was wanted.
        }
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "fault-proxy");
        thread.setDaemon(true);
        thread.start();
    }
}

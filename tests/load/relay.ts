/** What there is to beat: a Socket.IO relay that stores nothing, in a process of its own. Prints its port. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';

const http = createServer();
const io = new Server(http, { serveClient: false, perMessageDeflate: false, httpCompression: false });
let seq = 0;

io.on('connection', (socket) => {
  socket.on('command', (command: { data: unknown }, ack: (answer: unknown) => void) => {
    seq++;
    io.emit('events', {
      events: [{ seq, at: Date.now(), name: 'NoteSubmitted', data: command.data }],
      head: seq
    });
    ack({ ok: true, seq });
  });
});
http.listen(0, '127.0.0.1', () => process.stdout.write(`${(http.address() as AddressInfo).port}\n`));
process.once('SIGTERM', () => process.exit(0));

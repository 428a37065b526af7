// A real SMTP server for the tests: listens on a free port, prints "PORT n", writes every accepted letter to the folder.
// node server.mjs FOLDER [MODE [CERT KEY]]; modes: refuse (550 to every receiver), busy (450), slow (answers the letter after 4 s),
// drop (closes the connection in the middle of the letter), once-busy (450 on the first connection only).
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';

const [folder, mode, cert, key] = process.argv.slice(2);
let taken = 0;
let first;
const refusal = (text, responseCode) => Object.assign(new Error(text), { responseCode });
const server = new SMTPServer({
  authOptional: true,
  logger: false,
  ...(cert ? { cert: readFileSync(cert), key: readFileSync(key) } : {}),
  onRcptTo: (address, session, done) => {
    first ??= session.id;
    if (mode === 'refuse') return done(refusal('no such mailbox', 550));
    if (mode === 'busy' || (mode === 'once-busy' && session.id === first)) return done(refusal('mailbox busy, try later', 450));
    return done();
  },
  onData: (stream, session, done) => {
    const parts = [];
    if (mode === 'drop') return stream.once('data', () => server.connections.forEach(c => c._socket.destroy()));
    stream.on('data', part => parts.push(part));
    stream.on('end', () => {
      const name = `${taken++}-${session.secure ? 'tls' : 'plain'}.eml`;
      writeFileSync(join(folder, name), Buffer.concat(parts));
      setTimeout(done, mode === 'slow' ? 4000 : 0);
    });
  },
});
server.on('error', () => {});
server.listen(0, '127.0.0.1', () => console.log(`PORT ${server.server.address().port}`));
process.stdin.on('end', () => process.exit(0)).resume();

// A real SMTP server for the tests: listens on a free port, prints "PORT n", writes every accepted letter to the folder.
// node server.mjs FOLDER [refuse]: "refuse" rejects every receiver.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';

const [folder, mode] = process.argv.slice(2);
let taken = 0;
const server = new SMTPServer({
  authOptional: true,
  logger: false,
  onRcptTo: (address, session, done) => done(mode === 'refuse' ? Object.assign(new Error('no such mailbox'), { responseCode: 550 }) : null),
  onData: (stream, session, done) => {
    const parts = [];
    stream.on('data', part => parts.push(part));
    stream.on('end', () => {
      const name = `${taken++}-${session.secure ? 'tls' : 'plain'}.eml`;
      writeFileSync(join(folder, name), Buffer.concat(parts));
      done();
    });
  },
});
server.on('error', () => {});
server.listen(0, '127.0.0.1', () => console.log(`PORT ${server.server.address().port}`));
process.stdin.on('end', () => process.exit(0)).resume();

import dgram from 'node:dgram';
import dns from 'node:dns';
import net from 'node:net';

/**
 * Imported before all else by the process that reads untrusted documents: from then on nothing in it opens a
 * connection, looks a name up or listens, also where the system cannot take its network away.
 */
function refuse(): never {
  throw new Error('The parser has no network.');
}

net.Socket.prototype.connect = refuse;
net.Server.prototype.listen = refuse;
dgram.Socket.prototype.bind = refuse;
dgram.Socket.prototype.connect = refuse;
dgram.Socket.prototype.send = refuse;
Object.assign(dns, { lookup: refuse, resolve: refuse });

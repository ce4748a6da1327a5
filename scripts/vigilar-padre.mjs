// Preloaded in the app: if the launcher is killed, stop in order instead of holding the port and the data.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();

// Loaded before the service. Process 1 of a container ignores a SIGTERM that nobody listens to, so one that comes while the
// service is still starting would be lost, and the stop last until the engine kills: until the service listens itself,
// there is nothing to drain and the process ends.
const SIGNALS = ['SIGTERM', 'SIGINT'];
const end = () => process.exit(143);

for (const signal of SIGNALS) process.on(signal, end);
process.on('newListener', (event) => {
  // After it is added: a signal that lost its only listener is not caught any more.
  if (SIGNALS.includes(event)) process.nextTick(() => process.off(event, end));
});

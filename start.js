// The way in for a Node too old to read the rest: it says so in one line, instead of failing on the first .ts file.
const [major, minor] = process.versions.node.split('.').map(Number);

if (major > 22 || (major === 22 && minor >= 18)) {
  import('./src/server.ts');
} else {
  console.error(
    `Node ${process.versions.node} est trop ancien : lancez « npm start » (npm fournit Node 24 sous Linux), ou installez Node 22.18 ou plus récent.`,
  );
  process.exit(1);
}

// What Gatsby does with this plug-in, as far as the plug-in can tell: prints the nodes it creates.
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';

const plugin = createRequire(import.meta.url)('gatsby-source-lever/gatsby-node.js');
const digest = (value) => createHash('md5').update(JSON.stringify(value)).digest('hex');
const nodes = [];
let types = '';
const api = {
  actions: { createNode: (node) => nodes.push(node), createTypes: (text) => (types += text) },
  createNodeId: (text) => `node-${text}`,
  createContentDigest: digest,
};
await plugin.createSchemaCustomization(api);
await plugin.sourceNodes(api, { site: process.argv[2] });
process.stdout.write(JSON.stringify({ types, nodes }));

// The same pages as Tandem's and Hugo's, as Eleventy makes them.
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(join(process.env.ELEVENTY_FOLDER, 'package.json'));
const yaml = require('js-yaml');

/** @param {any} config */
export default function (config) {
  config.addGlobalData('facts', () =>
    Object.fromEntries(
      readdirSync('postings/process').map((name) => [
        name.replace(/\.yml$/, ''),
        yaml.load(readFileSync(`postings/process/${name}`, 'utf8')),
      ]),
    ),
  );
  config.addLayoutAlias('job-posting', 'posting.11ty.mjs');
  config.addGlobalData('eleventyComputed', {
    permalink: (/** @type {any} */ data) =>
      data.translationKey
        ? `${data.page.filePathStem.replace(/^\/postings/, '')}.html`
        : data.permalink,
  });
  for (const [lang, branch] of [
    ['en', 'jobs'],
    ['fr', 'emplois'],
  ]) {
    config.addCollection(lang, (/** @type {any} */ api) =>
      api
        .getFilteredByGlob(`postings/${lang}/${branch}/*.md`)
        .sort((/** @type {any} */ a, /** @type {any} */ b) =>
          a.data.title < b.data.title ? -1 : 1,
        ),
    );
  }
  return {
    dir: { input: '.', includes: '_includes', output: '_site' },
    templateFormats: ['md', '11ty.js', '11ty.mjs'],
    markdownTemplateEngine: false,
  };
}

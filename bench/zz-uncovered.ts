import { readFileSync } from 'node:fs';
import { readLabels } from './support/accuracy.ts';
import { parseDocument, alignDocuments, wordsOfBlock, alignSentences, coverageOf } from '#hiring/prose';
const root='/work/shared/corpus/content/';
const set = (process.argv[2] ?? 'corpus') as 'corpus';
const count={en:new Map<string,number>(),fr:new Map<string,number>()};
let tot={en:0,fr:0},cov={en:0,fr:0};let known={en:0,fr:0};
const sents=new Set<string>();
for(const p of readLabels(set)){
 const en=parseDocument('en',p.en,readFileSync(root+p.en,'utf8'))!, fr=parseDocument('fr',p.fr,readFileSync(root+p.fr,'utf8'))!;
 const al=alignDocuments(en,fr);
 for(const b of al.blocks){ if(b.en===null||b.fr===null||b.confidence<.3)continue;
  const blocks={en:en.blocks[b.en]!,fr:fr.blocks[b.fr]!};
  const own={en:wordsOfBlock('en',blocks.en),fr:wordsOfBlock('fr',blocks.fr)};
  for(const part of alignSentences(blocks.en,blocks.fr,own)){
   if(part.en.start===part.en.end||part.fr.start===part.fr.end)continue;
   const te=blocks.en.text.slice(part.en.start,part.en.end),tf=blocks.fr.text.slice(part.fr.start,part.fr.end);
   if(sents.has(te+tf))continue;sents.add(te+tf);
   const w={en:own.en.filter(x=>x.start>=part.en.start&&x.end<=part.en.end),fr:own.fr.filter(x=>x.start>=part.fr.start&&x.end<=part.fr.end)};
   const c=coverageOf(w);
   for(const l of ['en','fr'] as const)for(const x of c[l]){if(x.form.isLight)continue;tot[l]++;if(x.isCovered)cov[l]++;else count[l].set(x.form.folded+(x.form.concepts.length?'':'*'),(count[l].get(x.form.folded+(x.form.concepts.length?'':'*'))??0)+1);if(x.form.concepts.length)known[l]++;}
   if(process.argv[3]==='s'){console.log('EN',c.en.map(x=>x.form.isLight?x.form.folded.toLowerCase():(x.isCovered?'':'!!')+x.form.folded.toUpperCase()).join(' '));console.log('FR',c.fr.map(x=>x.form.isLight?x.form.folded:(x.isCovered?'':'!!')+x.form.folded.toUpperCase()).join(' '));console.log()}
  }
 }
}
console.log(tot,cov,known,sents.size);
if(process.argv[3]!=='s')for(const l of ['en','fr'] as const)console.log(l,[...count[l]].sort((a,b)=>b[1]-a[1]).map(([w,n])=>w+(n>1?n:'')).join(' '));

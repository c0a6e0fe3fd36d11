// Reads a posting and applies to it, by the functions of lever-js; prints both answers.
import { applyToPosting, retrievePosting } from 'lever-js';

const [key, posting, email] = process.argv.slice(2);
const read = await retrievePosting(key, { params: { posting }, query: {} });
const applied = await applyToPosting(key, {
  params: { posting },
  query: { send_confirmation_email: 'false' },
  body: {
    personalInformation: [
      { name: 'fullName', value: 'Zoë Sample' },
      { name: 'email', value: email },
    ],
    urls: [{ name: 'GitHub', value: 'https://code.example/zoe' }],
    customQuestions: [{ id: 'statement', fields: [{ value: 'Because.' }] }],
    eeoResponses: {},
  },
});
const wrong = await retrievePosting('tandem_wrong', { params: { posting } }).catch(String);
process.stdout.write(JSON.stringify({ read, applied, wrong }));

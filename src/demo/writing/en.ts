import type { Writing } from './story.ts';

/** Sample statements in English. The work they tell of is invented. */
export const writingEn: Writing = {
  strong: [
    {
      topic: 'research',
      text: 'For four years I led the research behind the online renewal of fishing licences. I spent two seasons on wharves, because the people we had to hear from do not come to a lab. There I learned that one phone serves a whole crew and that nobody has a printer on a boat. That took away three steps and the only mandatory upload. Renewals by telephone fell by a third. I still have the notebook, fish scales and all.',
      reason: 'meets-essentials-and-assets',
      words:
        'Thank you for your application. The seasons you spent on the wharves show research led with the people concerned, and what came of it. We will write to you about the next step.',
    },
    {
      topic: 'service',
      text: 'I led the redesign of how a town issues permits for street festivals. On paper it was a form of eleven pages. In fact it was nine offices, each of which asked for the site map again. I drew the whole path on a wall, invited one person from each office, and let them find the repeats themselves. We now ask for the map once. Organizers have an answer in six days instead of thirty-one, and the wall is still there.',
      reason: 'meets-essentials',
      words:
        'Your application shows each essential qualification. The wall on which nine offices found their own repeats says a good deal about how you win support. We will be in touch about the assessment.',
    },
    {
      topic: 'advice',
      text: 'I taught high school science for nine years before I joined a digital team, and I coach the way I taught: I do the first interview, you do the second while I take notes, and for the fourth I stay at home. Over the past two years, fourteen policy analysts have learned to run usability sessions this way. Eleven of them still do, without being asked. That number means more to me than any report I have written.',
      reason: 'meets-essentials',
      words:
        'What you describe, people who carry on without you, is what we look for in coaching. Every essential qualification is shown, and your application goes on to the assessment.',
    },
    {
      topic: 'software',
      text: 'I am a developer who goes to research sessions. On a team of seven I built the status page of a student grant: what we have, what we are waiting for, whose turn it is. The first version told the truth in the words of our database. After watching six students read it, I rewrote the messages with a content designer and put tests around the wording, so that nobody could break it by accident. Calls that only asked for a status went down by 40%.',
      reason: 'meets-essentials',
      words:
        'Thank you. Your account of the status page shows work across disciplines, from watching people to testing the wording. You are screened in, and we will propose dates for the next step.',
    },
    {
      topic: 'research',
      text: 'Most of my research is with people who have reasons not to trust a form. For a housing subsidy I worked with two community groups, paid everyone for their time, and met people where the tea was. I learned to ask permission three times: to talk, to record, to come back. The finding that changed the service was small. People stopped at the question about roommates, because a wrong answer had once cost someone a home. We now say what the answer is for before we ask.',
      reason: 'meets-essentials-and-assets',
      words:
        'Your work with the two community groups shows the essential qualifications, and experience with people who face barriers besides. You are screened in. Thank you for the care you took.',
    },
    {
      topic: 'advice',
      text: 'Nobody had asked for the change I am proudest of. Our program wanted every document certified by a notary. I followed twenty files from end to end, put the cost of each stamp beside the fraud it had stopped (there was none), and asked the director general to try three months without it in one region. She agreed to one month. Within the year the rule was gone everywhere, and it was the auditors who wrote the paragraph in favour.',
      reason: 'meets-essentials-and-assets',
      words:
        'Following twenty files before asking for a trial is the kind of evidence we had in mind. All the essential qualifications are shown, and you are screened in.',
    },
    {
      topic: 'content',
      text: 'I write what people read when something has gone wrong. At a pension plan, the letter about an overpayment began with a section of the Act. I rewrote it with a lawyer, then read it aloud with twelve pensioners: the amount, the reason, what you can do, and whom to call. The section is on the back now. Complaints fell by half, and money came back sooner than when we threatened. The French letter was written beside it, not after it, and it was the French that showed us the second paragraph said nothing.',
      reason: 'meets-essentials-and-assets',
      words:
        'Your overpayment letter shows plain language tested with the people who receive it, in both languages at once. You are screened in, and we look forward to reading more.',
    },
    {
      topic: 'accessibility',
      text: 'I use a screen reader, and I test with one for a living. In six years I have reviewed about ninety public services, and I no longer hand over lists of failures. I sit with the developer, we turn the monitor off, and I say nothing until the form is sent or abandoned. After that the fixes are theirs. One team has since put the same exercise into its definition of done. They invited me back last spring to find something wrong. It took me all day.',
      reason: 'meets-essentials-and-assets',
      words:
        'Thank you for an application that taught us something. Your way of working with developers shows both the knowledge and the coaching that we ask for. You are screened in.',
    },
    {
      topic: 'software',
      text: 'I looked after a campground reservation system that was released once a year, in fear, in February. It took eight months to get to once a week: tests for the twenty things that had ever broken, a copy of production that anyone could make, and a button to go back. The first Monday in February is now an ordinary Monday. What I am glad of is less the pipeline than the day when the parks staff began to send us small requests, because small ones had become possible.',
      reason: 'meets-essentials',
      words:
        'Getting from a release a year to one a week, and what it changed for the parks staff, shows iterative delivery at its best. You are screened in.',
    },
    {
      topic: 'service',
      text: 'For six years I have run a neighbourhood food bank, about 300 families a week, with forty volunteers and no budget for software. When the line went around the block, we timed it, asked people in it what they needed, and found that two thirds had come only to book a delivery. A telephone number and a spreadsheet shortened the line by an hour. I have trained everyone who has worked there since, and the city copied our booking sheet in four other places.',
      reason: 'equivalent-experience',
      words:
        'You have not held the titles our posting names, and you did the work: finding out what people in the line needed, changing the service, training those who run it. We count that as equivalent experience, and you are screened in.',
    },
    {
      topic: 'research',
      text: 'I answered the phone for a disability benefit for eleven years, and for the last three I also kept a tally of the calls that should not have been needed. The tally became a monthly page, then a meeting, then a small team with me on it. I now plan interviews with callers who agreed to be called back. The best question I know is still the one from the phones: “What were you trying to do when you decided to call?”',
      reason: 'equivalent-experience',
      words:
        'Your tally of avoidable calls is research by any other name, and it led to a team. We accept it as equivalent to the experience we ask for. You are screened in.',
    },
    {
      topic: 'advice',
      text: 'I spent fifteen years in uniform as a supply technician and left as an instructor. My last course taught units to order parts in a new system that nobody had asked them about. I changed the course, and then, by writing it down politely every week, the system: search by nickname, an undo, and a paper form that works when the satellite does not. Since then I have advised a provincial emergency office, where the third of these saved a weekend.',
      reason: 'equivalent-experience',
      words:
        'Teaching people a system and changing it by what you heard is the mix we ask for, if under another name. You are screened in on equivalent experience. Thank you for your service.',
    },
    {
      topic: 'service',
      text: 'In a network of four hospitals I was the person who owned the letter that says when to come for surgery. One in nine people came unprepared or on the wrong day. We interviewed thirty of them at home. The letter was clear; it simply arrived after the pre-op call that referred to it. We changed the order, added a text message the evening before in six languages, and watched the number fall to one in forty. The surgeons became our loudest supporters, which I had not planned.',
      reason: 'meets-essentials',
      words:
        'Thirty interviews to find that the letter was fine and its timing was not: that is the work. Every essential qualification is shown, and you are screened in.',
    },
    {
      topic: 'content',
      text: 'As a reference librarian I spent ten years watching people read government pages over their shoulders, with their permission. I began to send corrections, and one department answered by hiring me for a year. I cut its guide to guardianship from forty pages to nine, tested each version with people at the library on Saturdays, and kept all of it in Git so that the lawyers could see what had changed and why. Two of them now send me pull requests.',
      reason: 'meets-essentials-and-assets',
      words:
        'From the reference desk to pull requests by lawyers: your application shows content improved by testing, and agreement won one version at a time. You are screened in.',
    },
    {
      topic: 'research',
      text: 'I was asked for a dashboard and came back with a question. A tax credit for caregivers reached far fewer people than the census said it should, and the program wanted to see the gap by region, in colour. I asked to call fifty people who had started the form and left. Forty-one had stopped at the word “dependant”. We changed the word to a sentence. The dashboard exists too. It is the dullest one I have made, because the lines are now where they ought to be.',
      reason: 'meets-essentials',
      words:
        'Fifty calls instead of a coloured map, and a word replaced by a sentence: your application shows the essential qualifications clearly. You are screened in.',
    },
  ],
  partial: [
    {
      topic: 'research',
      text: 'I will finish my degree in interaction design this spring. For our final project, four of us redesigned the lost-and-found office of the university: twelve interviews, a paper prototype that lived in a shoebox, and a presentation to the two people who run the office. They kept the shoebox. I have not yet worked on a service that is open to the public, and I would like this to be the first.',
      reason: 'experience-not-shown',
      words:
        'Thank you for applying. Your project is well told and the interviews were careful work. The posting asks for experience on a service used by the public, and what you sent does not show it yet. Please watch for our co-op and entry-level postings: we would be glad to hear from you again.',
      lacks: /public|user/i,
    },
    {
      topic: 'software',
      text: 'I have ten years of experience in payment systems: settlement, reconciliation, fraud rules, the night shift when a file from the bank comes in upside down. I lead the part of the team that is on call. The code is private, so I cannot show it, but nothing I am responsible for has lost a cent since 2019. I prefer to let the work speak, and I would rather solve a hard problem than sit in a meeting about it.',
      reason: 'essential-not-shown',
      words:
        'Your record in payment systems is impressive, and we do not doubt it. One essential qualification is not shown, the work with colleagues of other disciplines: please tell us about that side of your experience if you apply again. Your technical background would be welcome in our developer postings.',
      lacks: /disciplin/i,
    },
    {
      topic: 'advice',
      text: 'I am a strategic leader with a passion for transformation. Over two decades I have delivered value for stakeholders in several sectors, aligned teams around a common vision and turned obstacles into opportunities. I thrive in complex environments. My résumé has the details, and I would welcome a conversation about how I can help your organization reach its potential.',
      reason: 'essential-not-shown',
      words:
        'Thank you for your interest. We can only assess what an application shows, and yours speaks of results without telling us of the work itself. Examples of what you did, with whom, and what changed would let us assess you another time.',
      lacks: /complex|communicat|explain/i,
    },
    {
      topic: 'research',
      text: 'I manage surveys for a polling firm: questionnaires, samples, weights, a report by Friday. In the last three years I have been responsible for about forty studies, some of them for public bodies, on subjects from snow removal to vaccines. I can tell you what 1,500 people answered and how sure we are. I would like to work closer to what happens afterwards, which a survey never sees.',
      reason: 'experience-not-shown',
      words:
        'Your command of surveys is evident. The posting asks for research that led to a change in a service, and as you say yourself, that part has been out of your sight. We hope that you will apply again once it is not.',
      lacks: /research/i,
    },
    {
      topic: 'service',
      text: 'I have used your services for years, as a newcomer, a parent and the person whom the whole building asks for help with forms. I know where they are hard. I work as a bookkeeper, I am organized, I learn quickly, and I am ready to begin at any level. If there is a place for someone who knows the services from the outside, please consider me.',
      reason: 'experience-not-shown',
      words:
        'Thank you for writing, and for helping your neighbours. What you know from the outside is worth a great deal; this position also asks for experience inside a team, which is not shown. We keep a general call open all year, and we would like to invite you to take part in our research.',
      lacks: /disciplin|team/i,
    },
  ],
  openings: [
    'I almost did not apply, because I have never held a job with this title. Then I went through your list line by line and found that I have done most of it under other names.',
    'I have spent my working life between the people who make rules and the people who live with them, and I have come to like it there.',
    'A friend sent me your posting with a single word: “Finally.” Here is why I think she is right.',
    'What draws me to public service is that nobody can take their business elsewhere. If a service is bad, people have to use it anyway. That is a reason to be careful.',
    'I have been on both sides of the counter, and I know what it is like to wait for an answer.',
    'Let me answer with one piece of work rather than a list of methods.',
    'I live in a town of 2,000 people in the North, where a slow page is not a figure of speech.',
    'My parents did not read English when we came here, so I filled in the family’s forms from the age of ten. I have been redesigning them in my head ever since.',
    'I want the next thing I improve to belong to everyone, and I would rather tell you how I work than what I am called.',
    'I looked after my father for four years, in the evenings and on weekends. Those years taught me more about services than any project did.',
    'You ask for examples. This is the one I know best.',
  ],
  closings: [
    'I would bring the same patience to your team, and I would leave people able to do without me.',
    'If I could do one thing again, I would show the work to those whom it worried in the first week and not in the tenth.',
    'I can start in the new year, and am glad to talk in English or in French.',
    'I do not have every asset on your list. I do have the habit of writing down what I learn so that others can use it.',
    'I can give you references from the team, and from one person who disagreed with me throughout.',
    'What I still want to learn is how public money moves. I suspect that it explains half of what I could not change.',
    'None of this was mine alone, and I have tried to say “I” only where it was me.',
    'I would be happy to show you the drafts, the bad ones too.',
    'I work best on a small team whose members tell each other the truth early.',
    'Thank you for reading these in full. I know what a pile of applications looks like from the other side.',
    'It is the kind of work I would like to do for you, from a kitchen table by the sea or wherever I am needed.',
  ],
  courtesies: [
    'Thank you for considering me. I would be glad to answer questions, by telephone or in writing.',
    'If this is not the right position, please keep me in mind for another.',
    'I can send references on request.',
  ],
};

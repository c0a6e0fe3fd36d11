import type { ResumeWriting } from './resume.ts';

/** What sample résumés in English are made of. Every employer and school is fictional. */
export const resumeEn: ResumeWriting = {
  notice: 'SAMPLE RÉSUMÉ: this person does not exist.',
  headings: {
    profile: 'Profile',
    experience: 'Experience',
    education: 'Education',
    skills: 'Skills',
    languages: 'Languages',
  },
  period: '{from} to {until}',
  untilNow: 'now',
  places: [
    'Halifax, Nova Scotia',
    'Winnipeg, Manitoba',
    'Iqaluit, Nunavut',
    'Victoria, British Columbia',
    'Thunder Bay, Ontario',
    'Regina, Saskatchewan',
    'Charlottetown, Prince Edward Island',
    'Whitehorse, Yukon',
    'Calgary, Alberta',
  ],
  profiles: [
    'I find out what people are trying to do, and help teams change what stands in their way.',
    'Ten years between counters, call centres and code. I like services that nobody has to think about.',
    'I plan research, listen more than I talk, and write down what we learned so that others can use it.',
    'A generalist who has been a developer, a trainer and a team lead, in that order and sometimes at once.',
    'I make complicated rules readable, first to the people who apply them and then to everyone else.',
    'Service designer with a soft spot for forms, letters and the waiting that comes between them.',
    'I bring evidence to meetings and leave with a decision, most of the time.',
  ],
  posts: [
    {
      title: 'Research lead',
      employer: 'Example Licensing Office (fictional)',
      did: [
        'Planned and led four rounds of research a year with people who renew a licence.',
        'Trained nine colleagues to interview, and paired with each until they no longer needed me.',
        'Published every finding on the open web within two weeks, bad news too.',
      ],
    },
    {
      title: 'Service designer',
      employer: 'Town of Specimen (fictional)',
      did: [
        'Mapped permits from the first question to the last stamp, with the nine offices concerned.',
        'Took the answer to an application from thirty-one days to six.',
        'Wrote the pattern library for letters, with the staff who sign them.',
      ],
    },
    {
      title: 'Software developer',
      employer: 'Sample Student Grants (fictional)',
      did: [
        'Built the status page in TypeScript on PostgreSQL, with tests in both languages.',
        'Reviewed accessibility with keyboard and screen reader before each release.',
        'Shared the on-call week, and wrote the page that made most calls unnecessary.',
      ],
    },
    {
      title: 'Call centre agent, then supervisor',
      employer: 'Exemplar Benefits Line (fictional)',
      did: [
        'Answered some 40,000 calls about disability and parental benefits.',
        'Started a tally of avoidable calls, which became a monthly report.',
        'Coached new agents during their first six weeks.',
      ],
    },
    {
      title: 'Product manager',
      employer: 'Sample Transit (fictional)',
      did: [
        'Ran a team of seven on the trip planner, one release a week.',
        'Said no to eleven features, each with the evidence beside it.',
        'Reported progress in the open every two weeks.',
      ],
    },
    {
      title: 'Content designer',
      employer: 'Specimen Pension Plan (fictional)',
      did: [
        'Rewrote 120 letters in plain language, in English and in French side by side.',
        'Tested drafts by reading them aloud with the people who receive them.',
        'Kept a glossary that lawyers and agents both use.',
      ],
    },
    {
      title: 'High school teacher',
      employer: 'Example School Division (fictional)',
      did: [
        'Taught science and computing to classes of thirty.',
        'Built the timetable tool that the school still uses.',
        'Mentored six student teachers.',
      ],
    },
    {
      title: 'Policy analyst',
      employer: 'Department of Samples (fictional)',
      did: [
        'Estimated the cost of each document that a program asked for.',
        'Prepared briefings of one page, on request and otherwise.',
        'Coordinated a trial in one region, then the repeal of a rule everywhere.',
      ],
    },
    {
      title: 'Volunteer coordinator',
      employer: 'Placeholder Food Bank (fictional)',
      did: [
        'Organized forty volunteers and a weekly line of 300 families.',
        'Shortened the wait by an hour with a telephone number and a spreadsheet.',
        'Wrote the guide that four other food banks have copied.',
      ],
    },
  ],
  schools: [
    'Bachelor of Arts, Sociology, Sample University (fictional)',
    'Diploma, Interactive Design, Specimen College (fictional)',
    'Bachelor of Computer Science, Example University (fictional)',
    'Master of Information, Sample University (fictional)',
    'Certificate, Public Administration, Exemplar Institute (fictional)',
    'Red Seal, Cook; then self-taught, with thanks to the public library',
  ],
  skills: [
    'interviews and usability sessions',
    'service blueprints',
    'plain language',
    'facilitation',
    'TypeScript and SQL',
    'accessibility testing',
    'survey design',
    'prototyping on paper and in HTML',
    'procurement rules',
    'coaching',
    'Git',
    'writing for radio',
  ],
  languages: [
    'English (first language), French (intermediate)',
    'English and French, both at work every day',
    'English, Punjabi, some French',
    'English, Tagalog; French in class',
    'English and Polish',
  ],
  fileNames: [
    '{name} résumé',
    'Resume_{name}',
    '{name} CV (final)',
    'resume',
    '{name} - application',
  ],
};

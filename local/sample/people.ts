import type { Employee } from '../organisation/employee.ts';
import { objectIdOf } from '../organisation/object-id.ts';

const offices = {
  London: 'Europe/London',
  Leeds: 'Europe/London',
  Dublin: 'Europe/Dublin',
  Paris: 'Europe/Paris',
  Berlin: 'Europe/Berlin',
  Madrid: 'Europe/Madrid',
  Lisbon: 'Europe/Lisbon',
  Warsaw: 'Central European Standard Time',
  Helsinki: 'FLE Standard Time',
  'New York': 'America/New_York',
  'San Francisco': 'Pacific Standard Time',
  Bengaluru: 'Asia/Kolkata',
  Auckland: 'Pacific/Auckland',
} as const;

type Office = keyof typeof offices;
type Extra = Partial<Pick<Employee, 'workStart' | 'workEnd' | 'workDays'>>;

/** Name, department, office, manager, language, and working hours that differ from nine to five. */
const rows: readonly [
  name: string,
  department: string,
  office: Office,
  manager: string | null,
  language: string,
  extra?: Extra,
][] = [
  ['Maya Okafor', 'Leadership', 'London', null, 'en-GB'],
  ['Tom Ashworth', 'Finance', 'London', 'Maya Okafor', 'en-GB'],
  ['Priya Shah', 'Finance', 'London', 'Tom Ashworth', 'en-GB'],
  ['Callum Reid', 'Finance', 'Leeds', 'Tom Ashworth', 'en-GB', { workStart: '08:00', workEnd: '16:00' }],
  ['Hannah Price', 'Finance', 'Leeds', 'Tom Ashworth', 'en-GB', { workDays: ['Mon', 'Tue', 'Wed'] }],
  ['Agnieszka Wrona', 'Finance', 'Warsaw', 'Tom Ashworth', 'pl'],
  ['Camille Laurent', 'Product', 'Paris', 'Maya Okafor', 'fr'],
  ['Hugo Moreau', 'Product', 'Paris', 'Camille Laurent', 'fr'],
  ['Inès Benali', 'Product', 'Paris', 'Camille Laurent', 'fr'],
  ['Jonas Weber', 'Product', 'Berlin', 'Camille Laurent', 'de'],
  ['Lucía Ortega', 'Product', 'Madrid', 'Camille Laurent', 'es', { workStart: '09:30', workEnd: '18:30' }],
  ['Grace Kim', 'Product', 'New York', 'Camille Laurent', 'en-US'],
  ['Sabine Vogel', 'Engineering', 'Berlin', 'Maya Okafor', 'de'],
  ['Lukas Brandt', 'Engineering', 'Berlin', 'Sabine Vogel', 'de'],
  ['Mehmet Yildiz', 'Engineering', 'Berlin', 'Sabine Vogel', 'tr'],
  ['Anna Richter', 'Engineering', 'Berlin', 'Sabine Vogel', 'de', { workStart: '07:30', workEnd: '15:30' }],
  ['Piotr Zielinski', 'Engineering', 'Warsaw', 'Sabine Vogel', 'pl'],
  ['Katarzyna Lis', 'Engineering', 'Warsaw', 'Sabine Vogel', 'pl'],
  ['Aino Virtanen', 'Engineering', 'Helsinki', 'Sabine Vogel', 'fi'],
  ['Rohan Iyer', 'Engineering', 'Bengaluru', 'Sabine Vogel', 'en-IN'],
  [
    'Ananya Rao',
    'Engineering',
    'Bengaluru',
    'Sabine Vogel',
    'en-IN',
    { workStart: '11:00', workEnd: '19:30' },
  ],
  ['Diego Santos', 'Engineering', 'San Francisco', 'Sabine Vogel', 'en-US'],
  [
    'Emily Chen',
    'Engineering',
    'San Francisco',
    'Sabine Vogel',
    'en-US',
    { workStart: '08:00', workEnd: '16:00' },
  ],
  ['Niamh Byrne', 'Support', 'Dublin', 'Maya Okafor', 'en-IE'],
  ['Oisín Walsh', 'Support', 'Dublin', 'Niamh Byrne', 'en-IE'],
  ['Beatriz Almeida', 'Support', 'Lisbon', 'Niamh Byrne', 'pt-PT'],
  ['João Ferreira', 'Support', 'Lisbon', 'Niamh Byrne', 'pt-PT', { workStart: '12:00', workEnd: '20:00' }],
  [
    'Marek Nowak',
    'Support',
    'Warsaw',
    'Niamh Byrne',
    'pl',
    { workStart: '22:00', workEnd: '06:00', workDays: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu'] },
  ],
  ['Aroha Ngata', 'Support', 'Auckland', 'Niamh Byrne', 'en-NZ'],
  ['Liam Parata', 'Support', 'Auckland', 'Niamh Byrne', 'en-NZ'],
  ['Olivia Grant', 'People', 'London', 'Maya Okafor', 'en-GB'],
  ['Samuel Adeyemi', 'People', 'London', 'Olivia Grant', 'en-GB'],
  ['Carmen Vidal', 'People', 'Madrid', 'Olivia Grant', 'es'],
  ['Élodie Petit', 'People', 'Paris', 'Olivia Grant', 'fr', { workDays: ['Mon', 'Tue', 'Thu', 'Fri'] }],
  ['Nathan Brooks', 'People', 'New York', 'Olivia Grant', 'en-US'],
  ['Javier Molina', 'Sales', 'Madrid', 'Maya Okafor', 'es'],
  ['Sofia Lindqvist', 'Sales', 'Helsinki', 'Javier Molina', 'sv'],
  ['Charlotte Hughes', 'Sales', 'London', 'Javier Molina', 'en-GB'],
  ['Omar Haddad', 'Sales', 'Paris', 'Javier Molina', 'fr'],
  ['Rachel Stein', 'Sales', 'New York', 'Javier Molina', 'en-US'],
];

const roles: Readonly<Record<string, string>> = {
  Finance: 'Accountant',
  Product: 'Product manager',
  Engineering: 'Engineer',
  Support: 'Support specialist',
  People: 'HR partner',
  Sales: 'Account manager',
};

/** Everybody; people without a manager come first. */
export const people: readonly Employee[] = rows.map(
  ([name, department, office, manager, language, extra], i) => ({
    oid: objectIdOf(mailOf(name)),
    mail: mailOf(name),
    name,
    // Two in three have a picture.
    ...(i % 3 !== 0 && { hasPhoto: true }),
    ...(roles[department] !== undefined && { role: roles[department] }),
    department,
    office,
    ...(manager !== null && { manager: mailOf(manager) }),
    timeZone: offices[office],
    workStart: '09:00',
    workEnd: '17:00',
    workDays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'],
    language,
    ...extra,
  }),
);

function mailOf(name: string): string {
  const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return `${plain.replaceAll(' ', '.')}@riverside.example`;
}

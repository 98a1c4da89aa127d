import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPersonalData, mostFindings } from '../../../content/core/suggestion/personal-data.ts';

const found = (text: string) => findPersonalData(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);

describe('what looks personal', () => {
  test.each([
    ['Ring me on 07911 123456.', 'phone: 07911 123456'],
    ['07911123456', 'phone: 07911123456'],
    ['Mobile:07911-123-456', 'phone: 07911-123-456'],
    ['+44 7911 123456', 'phone: +44 7911 123456'],
    ['+44 (0)7911 123456', 'phone: +44 (0)7911 123456'],
    ['0044 7911 123 456', 'phone: 0044 7911 123 456'],
    ['desk (01622) 690690', 'phone: (01622) 690690'],
    ['(020) 7230 1212 direct', 'phone: (020) 7230 1212'],
    ['01622 690690 ext 12', 'phone: 01622 690690'],
    ['016977 1234', 'phone: 016977 1234'],
    ['jane.smith@kent.police.uk said so', 'email: jane.smith@kent.police.uk'],
    ['mailto:jsmith@gmail.com', 'email: jsmith@gmail.com'],
    ['46012345@met.police.uk', 'email: 46012345@met.police.uk'],
    ["o'neill@psni.pnn.police.uk", "email: o'neill@psni.pnn.police.uk"],
    ['Collar number 4567', 'collar-number: 4567'],
    ['my collar no. is KP4567', 'collar-number: KP4567'],
    ['warrant card number: 234567', 'collar-number: 234567'],
    ['warrant no 234567', 'collar-number: 234567'],
    ['seen by PC 1234', 'collar-number: 1234'],
    ['DC 456AB', 'collar-number: 456AB'],
    ['sergeant 123', 'collar-number: 123'],
    ['Detective Inspector 99', 'collar-number: 99'],
    ['Crime reference 46/123456/26', 'crime-reference: 46/123456/26'],
    ['crime ref no: 1234567/26', 'crime-reference: 1234567/26'],
    ['as in 1234567/26 last week', 'crime-reference: 1234567/26'],
    ['CRI/06AB/0001234/26', 'crime-reference: CRI/06AB/0001234/26'],
    ['incident number 0345 was', 'crime-reference: 0345'],
    ['Incident log 345 of 12 May', 'crime-reference: 345 of 12'],
    ['CAD 1234', 'crime-reference: 1234'],
    ['CAD 345/12MAY26', 'crime-reference: 345/12MAY26'],
    ['custody record number 12KD/1234/26', 'crime-reference: 12KD/1234/26'],
    ['crime number 26000123456', 'crime-reference: 26000123456'],
    ['NI AB 12 34 56 C', 'national-insurance: AB 12 34 56 C'],
    ['ab123456c', 'national-insurance: ab123456c'],
    ['a Ford, LB07 XYZ, left', 'vehicle: LB07 XYZ'],
    ['LB71XYZ', 'vehicle: LB71XYZ'],
    ['registration A123 BCD', 'vehicle: A123 BCD'],
    ['reg: ABZ 1234', 'vehicle: ABZ 1234'],
    ['at 12 Acacia Avenue, Maidstone, ME15 9BZ', 'address: 12 Acacia Avenue, Maidstone, ME15 9BZ'],
    ['Flat 3, 12a High St\nLeeds\nLS1 4AP', 'address: Flat 3, 12a High St\nLeeds\nLS1 4AP'],
    ['12 ME15 9BZ', 'address: 12 ME15 9BZ'],
    ['who lives at 12 Acacia Avenue', 'address: 12 Acacia Avenue'],
    ['DOB 12/03/1984', 'birth-date: 12/03/1984'],
    ['born on 3rd March 1984', 'birth-date: 3rd March 1984'],
    ['Date of birth: 1984-03-12', 'birth-date: 1984-03-12'],
    ['d.o.b. 1.2.84', 'birth-date: 1.2.84'],
    ['PC Smith told me', 'name: PC Smith'],
    ['PC 1234 Smith told me', 'collar-number: 1234'],
    ['Pc Smith', 'name: Pc Smith'],
    ['Sgt. J. Patel', 'name: Sgt. J. Patel'],
    ['Detective Chief Inspector Jane Doe-Smith', 'name: Detective Chief Inspector Jane Doe-Smith'],
    ['inspector O’Neill', 'name: inspector O’Neill'],
    ['Chief Constable McDonald', 'name: Chief Constable McDonald'],
    ['PCSO Siân Ŵood', 'name: PCSO Siân Ŵood'],
    ['DCI Van Dyke', 'name: DCI Van Dyke'],
    ['Mrs Jones complained', 'name: Mrs Jones'],
  ])('%s', (text, finding) => {
    expect(found(text)[0] ?? null).toBe(finding);
  });

  test.each([
    ['Call 999 in an emergency and 101 otherwise.'],
    ['Samaritans are on 116 123, Childline on 0800 1111.'],
    ['Crimestoppers: 0800 555 111'],
    ['Action Fraud 0300 123 2040'],
    ['Textphone 18000, text 61016, 18001 101'],
    ['Drama numbers: 07700 900123, 01632 960123, 020 7946 0123'],
    ['https://example.org/?id=07911123456'],
    ['tel:08001111'],
    ['ISBN 0-306-40615-2'],
    ['The 01/02/2026 edition, 2026-11-23'],
    ['0123456789abcdef0123456789'],
    ['enquiries@kent.police.uk, press.office@met.police.uk'],
    ['socialmedia@kent.police.uk pressoffice@kent.police.uk web-team@college.police.uk'],
    ['name@example.com, someone@example.org, firstname.lastname@force.police.uk'],
    ['npm install d3@v3.5.5'],
    ['@kentpolice on X'],
    ['Every PC and every DC must'],
    ['PC World, PC Users'],
    ['Police Constable Degree Apprenticeship'],
    ['Police Community Support Officer'],
    ['Chief Constables of England'],
    ['the Chief Constable. Then'],
    ['the Chief Constable must decide'],
    ['Inspector General, Sergeant Major'],
    ['Mr Justice'],
    ['Washington, DC 20405'],
    ['use a warrant card number'],
    ['Quote the crime reference number.'],
    ['crime reference numbers are given within 24 hours'],
    ['2025/26 and 2016/679, SI 2000/1234'],
    ['Section 5, 1986/64'],
    ['the incident log'],
    ['CAD drawings, CAD $500'],
    ['QQ 12 34 56 C'],
    ['GB 12 34 56 A'],
    ['The M25, A229 and B2010 roads'],
    ['registration is open, reg number'],
    ['A4 PDF, H264 AVC, MP4'],
    ['The office is in Westminster, SW1H 9AJ.'],
    ['10 Downing Street is open to all'],
    ['up to 280 Characters in a post'],
    ['1 January 2026 is a date'],
    ['Ask for the date of birth.'],
    ['born in the 1980s'],
  ])('%s is nobody’s', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('findings stand in reading order, none in another, however many', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('PC 1234 Smith ', '07911 123456 ', 'a@b.police.uk, ', 'DOB 1/2/1984 ', 'LB07 XYZ ', 'words ')),
        (parts) => {
          const findings = findPersonalData(parts.join(''));
          findings.forEach(({ start, end }, at) => {
            expect(start).toBeLessThan(end);
            expect(start).toBeGreaterThanOrEqual(findings[at - 1]?.end ?? 0);
          });
        },
      ),
    );
    expect(findPersonalData('PC 1234, '.repeat(1_000))).toHaveLength(mostFindings);
  });

  test('no text keeps it busy, however it was made to', () => {
    for (const part of ['0', '0 ', 'a.', 'a@a.', 'A', '1 A', 'Mr A. ', 'crime ref ', 'lives at 1 ', '1/', '12 Ab ', 'CRI/'])
      expect(findPersonalData(part.repeat(200_000 / part.length)).length).toBeLessThanOrEqual(mostFindings);
  }, 60_000);

  test('our own guidance has nothing personal in it', () => {
    const folder = path.resolve(import.meta.dirname, '../../../content/guides');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
    expect(files.length).toBeGreaterThan(5);
    expect(files.flatMap((name) => found(readFileSync(path.join(folder, name), 'utf8')))).toEqual([]);
  });
});

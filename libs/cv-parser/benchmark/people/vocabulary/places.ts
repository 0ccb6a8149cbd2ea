import { list } from '../grammar.js';

export interface Country {
  /** `City`, or `City, Region` where regions are printed. */
  readonly cities: readonly string[];
  /** `#` is a digit, `A` a letter; absent where codes are hardly used. */
  readonly postalCode: string;
  /** Notations of telephone numbers; `#` is a digit. Numbers that cannot exist are drawn again. */
  readonly phones: readonly string[];
  readonly domain: string;
}

const country = (domain: string, postalCode: string, cities: string, phones: string): Country => ({
  domain,
  postalCode,
  cities: list(cities),
  phones: list(phones),
});

export const COUNTRIES: Readonly<Record<string, Country>> = {
  GB: country(
    'co.uk',
    'AA# #AA',
    'London; Manchester; Leeds; Bristol; Glasgow; Cardiff; Norwich; Newcastle upon Tyne; Stoke-on-Trent; Exeter; Belfast; St Albans',
    '+44 7### ######; 07### ### ###; (020) 7### ####; 0161 496 0###; +44 (0)20 7### ####; +44 20 7946 0###',
  ),
  US: country(
    'com',
    '#####',
    'Denver, CO; Portland, OR; Chicago, IL; Salt Lake City, UT; Boston, MA; Austin, TX; Raleigh, NC; St. Louis, MO; Winston-Salem, NC; Ann Arbor, MI; Brooklyn, NY; Boise, ID',
    '(303) 555-01##; 312-555-01##; +1 617 555 01##; 512.555.01##; +1 (919) 555-01##; +1-208-555-01##',
  ),
  IE: country(
    'ie',
    'A## A#A#',
    'Dublin; Cork; Galway; Limerick; Dún Laoghaire; Waterford',
    '+353 86 ### ####; 087 ### ####; (01) 6## ####',
  ),
  CA: country(
    'ca',
    'A#A #A#',
    'Toronto, ON; Halifax, NS; Calgary, AB; Vancouver, BC; Winnipeg, MB; Ottawa, ON',
    '(416) 555-01##; +1 604 555 01##; 902-555-01##',
  ),
  AU: country(
    'com.au',
    '####',
    'Melbourne, VIC; Perth, WA; Brisbane, QLD; Hobart, TAS; Sydney, NSW; Adelaide, SA',
    '+61 4## ### ###; 04## ### ###; (03) 9### ####',
  ),
  NZ: country(
    'co.nz',
    '####',
    'Wellington; Dunedin; Christchurch; Hamilton; Napier',
    '+64 21 ### ####; 021 ### ###; 04 3## ####',
  ),
  DE: country(
    'de',
    '#####',
    'Hamburg; Köln; Leipzig; München; Freiburg im Breisgau; Bad Homburg vor der Höhe; Nürnberg; Frankfurt am Main; Göttingen; Lübeck; Halle (Saale); Düsseldorf; Kassel; Würzburg',
    '0171 #######; 0160/#######; +49 151 ########; +49 (0) 176 ### ### ##; 0221 / ######; 0049 152 ########; 040-#######; (0341) ## ## ###',
  ),
  AT: country(
    'at',
    '####',
    'Wien; Graz; Linz; Innsbruck; Sankt Pölten; Klagenfurt am Wörthersee',
    '+43 664 #######; 0676 / ### ## ##; +43 (0)1 ### ## ##',
  ),
  CH: country(
    'ch',
    '####',
    'Zürich; Bern; Basel; St. Gallen; Lausanne; Genève; Lugano; Neuchâtel; Bellinzona; La Chaux-de-Fonds',
    '+41 79 ### ## ##; 078 ### ## ##; 044 ### ## ##; +41 (0)22 ### ## ##',
  ),
  FR: country(
    'fr',
    '#####',
    'Paris; Lyon; Nantes; Toulouse; Saint-Étienne; Aix-en-Provence; Strasbourg; Le Havre; Rennes; Montpellier; Besançon; La Rochelle; Clermont-Ferrand; Lille',
    '06 ## ## ## ##; +33 6 ## ## ## ##; 07.##.##.##.##; +33 (0)1 4# ## ## ##; 06########; 0033 6 ## ## ## ##; 02-40-##-##-##',
  ),
  BE: country(
    'be',
    '####',
    'Bruxelles; Liège; Gent; Namur; Antwerpen; Louvain-la-Neuve; Leuven',
    '+32 47# ## ## ##; 0486 ## ## ##; +32 (0)2 ### ## ##',
  ),
  IT: country(
    'it',
    '#####',
    'Milano; Torino; Bologna; Napoli; Reggio Emilia; Verona; Palermo; L’Aquila; Firenze; Trieste; Forlì; San Donato Milanese; Padova; Cagliari',
    '+39 34# ### ####; 333 #######; 347/#######; +39 02 ### ####; 06 #### ####; 0039 328 ### ## ##; 051-######',
  ),
  ES: country(
    'es',
    '#####',
    'Madrid; Barcelona; Sevilla; A Coruña; Zaragoza; San Sebastián; Las Palmas de Gran Canaria; Valencia; Málaga; Santiago de Compostela; Alcalá de Henares; Bilbao; L’Hospitalet de Llobregat; Murcia',
    '+34 6## ### ###; 6## ## ## ##; 91# ### ###; 6##-###-###; (+34) 6## ### ###; 0034 6########',
  ),
  MX: country(
    'mx',
    '#####',
    'Ciudad de México; Guadalajara; Monterrey; Querétaro; Mérida; Puebla',
    '+52 55 #### ####; 33 #### ####; (81) #### ####',
  ),
  AR: country(
    'com.ar',
    '####',
    'Buenos Aires; Córdoba; Rosario; Mendoza; San Miguel de Tucumán',
    '+54 9 11 ####-####; +54 351 ###-####; (011) 4###-####',
  ),
  CL: country(
    'cl',
    '#######',
    'Santiago; Valparaíso; Concepción; Viña del Mar; Antofagasta',
    '+56 9 #### ####; (+56) 2 2### ####',
  ),
  CO: country(
    'co',
    '######',
    'Bogotá; Medellín; Cali; Cartagena de Indias; Bucaramanga',
    '+57 31# ### ####; 320 ### ####',
  ),
  PE: country('pe', '#####', 'Lima; Arequipa; Cusco; Trujillo; Piura', '+51 9## ### ###; 9## ### ###'),
  NL: country(
    'nl',
    '#### AA',
    'Utrecht; Rotterdam; ’s-Hertogenbosch; Groningen; Den Haag; Amersfoort',
    '06-########; +31 6 ## ## ## ##; +31 (0)20 ### ####',
  ),
  SE: country('se', '### ##', 'Göteborg; Malmö; Uppsala; Örebro; Linköping', '+46 70 ### ## ##; 073-### ## ##'),
  PL: country('pl', '##-###', 'Kraków; Wrocław; Łódź; Gdańsk; Bielsko-Biała', '+48 60# ### ###; 50# ### ###'),
  PT: country('pt', '####-###', 'Lisboa; Coimbra; Vila Nova de Gaia; Évora; Braga', '+351 91# ### ###; 96# ### ###'),
  IN: country(
    'in',
    '######',
    'Bengaluru, Karnataka; Pune, Maharashtra; Chennai, Tamil Nadu; New Delhi; Kochi, Kerala',
    '+91 98### #####; +91-99########',
  ),
  NG: country('ng', '######', 'Lagos; Abuja; Ibadan; Port Harcourt; Kano', '+234 803 ### ####; 0806 ### ####'),
  SG: country('sg', '######', 'Singapore', '+65 9### ####; 8### ####'),
  TR: country('tr', '#####', 'İzmir; Ankara; Eskişehir; Bursa; Kadıköy', '+90 53# ### ## ##; 0542 ### ## ##'),
  GR: country('gr', '### ##', 'Thessaloniki; Athens; Patras; Heraklion; Volos', '+30 69# ### ####; 210 ### ####'),
};

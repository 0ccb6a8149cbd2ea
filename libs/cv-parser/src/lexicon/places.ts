import { fold, LEXICONS } from './index.js';

/** ISO 3166-1 alpha-2 codes: every pair of letters that the Unicode data has a country's name for. */
function countryCodes(): string[] {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
  const none = new Set([
    'EU',
    'EZ',
    'UN',
    'QO',
    'XA',
    'XB',
    'ZZ',
    'UK',
    'SU',
    'DD',
    'YU',
    'TP',
    'ZR',
    'BU',
    'AN',
    'CS',
    'FX',
    'NT',
    'QU',
    'VD',
    'YD',
  ]);
  return letters
    .flatMap((a) => letters.map((b) => a + b))
    .filter((code) => !none.has(code) && names.of(code) !== undefined);
}

/** Name of a country, in any of the languages that are read → ISO 3166-1 alpha-2. */
const COUNTRIES = new Map<string, string>();
const CODES = countryCodes();
for (const { language } of LEXICONS) {
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  for (const code of CODES) {
    const name = names.of(code);
    if (name && !COUNTRIES.has(fold(name))) COUNTRIES.set(fold(name), code);
  }
}
const INFORMAL: Record<string, string> = {
  usa: 'US',
  'u.s.a.': 'US',
  'u.s.': 'US',
  us: 'US',
  'united states of america': 'US',
  uk: 'GB',
  'u.k.': 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  'great britain': 'GB',
  'northern ireland': 'GB',
  'the netherlands': 'NL',
  holland: 'NL',
  'czech republic': 'CZ',
  uae: 'AE',
  korea: 'KR',
  'republic of korea': 'KR',
  turkey: 'TR',
  россия: 'RU',
  中国: 'CN',
  maroc: 'MA',
  'hong kong': 'HK',
  macau: 'MO',
  'republic of ireland': 'IE',
  bosnien: 'BA',
  norge: 'NO',
  sverige: 'SE',
  danmark: 'DK',
  polska: 'PL',
  nederland: 'NL',
};
for (const [name, code] of Object.entries(INFORMAL)) COUNTRIES.set(name, code);

const US_STATES =
  'al:alabama ak:alaska az:arizona ar:arkansas ca:california co:colorado ct:connecticut de:delaware fl:florida ga:georgia hi:hawaii id:idaho il:illinois in:indiana ia:iowa ks:kansas ky:kentucky la:louisiana me:maine md:maryland ma:massachusetts mi:michigan mn:minnesota ms:mississippi mo:missouri mt:montana ne:nebraska nv:nevada nh:new_hampshire nj:new_jersey nm:new_mexico ny:new_york nc:north_carolina nd:north_dakota oh:ohio ok:oklahoma or:oregon pa:pennsylvania ri:rhode_island sc:south_carolina sd:south_dakota tn:tennessee tx:texas ut:utah vt:vermont va:virginia wa:washington wv:west_virginia wi:wisconsin wy:wyoming dc:district_of_columbia on:ontario bc:british_columbia ab:alberta qc:quebec ns:nova_scotia mb:manitoba sk:saskatchewan nsw:new_south_wales vic:victoria qld:queensland';
const STATE_CODES = new Set(US_STATES.split(' ').map((pair) => pair.split(':')[0]!.toUpperCase()));
const REGIONS = new Set([
  ...US_STATES.split(' ').map((pair) => pair.split(':')[1]!.replaceAll('_', ' ')),
  'bayern',
  'bavaria',
  'hessen',
  'sachsen',
  'niedersachsen',
  'nrw',
  'nordrhein-westfalen',
  'baden-württemberg',
  'brandenburg',
  'thüringen',
  'saarland',
  'tirol',
  'steiermark',
  'kärnten',
  'vorarlberg',
  'zh',
  'be',
  'aargau',
  'waadt',
  'ticino',
  'tessin',
  'vaud',
  'île-de-france',
  'ile-de-france',
  'bretagne',
  'normandie',
  'occitanie',
  'provence',
  'auvergne',
  'lombardia',
  'lazio',
  'toscana',
  'veneto',
  'piemonte',
  'emilia-romagna',
  'sicilia',
  'campania',
  'puglia',
  'liguria',
  'andalucía',
  'cataluña',
  'catalunya',
  'galicia',
  'país vasco',
  'aragón',
  'murcia',
  'comunidad de madrid',
  'greater london',
  'england',
  'scotland',
  'wales',
  'karnataka',
  'maharashtra',
  'tamil nadu',
  'telangana',
  'kerala',
  'gujarat',
  'uttar pradesh',
  'haryana',
  'punjab',
]);

/** Large and often named cities, in the spellings of the languages that are read: a hint, never a condition. */
const CITIES = new Set(
  `new york,new york city,nyc,los angeles,chicago,houston,phoenix,philadelphia,san antonio,san diego,dallas,san jose,austin,jacksonville,san francisco,seattle,denver,washington,washington dc,boston,nashville,detroit,portland,las vegas,memphis,baltimore,milwaukee,albuquerque,atlanta,miami,oakland,minneapolis,cleveland,tampa,pittsburgh,cincinnati,orlando,st. louis,sacramento,palo alto,mountain view,menlo park,cupertino,redmond,berkeley,cambridge,stanford,princeton,toronto,montreal,montréal,vancouver,ottawa,calgary,edmonton,waterloo,quebec,london,manchester,birmingham,leeds,glasgow,edinburgh,liverpool,bristol,oxford,belfast,cardiff,sheffield,nottingham,dublin,cork,galway,limerick,paris,lyon,marseille,toulouse,nice,nantes,strasbourg,montpellier,bordeaux,lille,rennes,reims,grenoble,dijon,angers,nîmes,rouen,tours,caen,orléans,metz,nancy,brest,bruxelles,brussels,brüssel,antwerp,anvers,gent,liège,namur,luxembourg,luxemburg,berlin,hamburg,münchen,munich,monaco di baviera,köln,cologne,frankfurt,frankfurt am main,stuttgart,düsseldorf,dortmund,essen,leipzig,bremen,dresden,hannover,hanover,nürnberg,nuremberg,duisburg,bochum,wuppertal,bielefeld,bonn,münster,karlsruhe,mannheim,augsburg,wiesbaden,mainz,aachen,kiel,freiburg,freiburg im breisgau,heidelberg,darmstadt,potsdam,rostock,kassel,erfurt,jena,ulm,regensburg,würzburg,göttingen,tübingen,konstanz,saarbrücken,lübeck,wien,vienna,graz,linz,salzburg,innsbruck,klagenfurt,zürich,zurich,zurigo,genf,genève,geneva,ginevra,basel,bâle,bern,berne,berna,lausanne,winterthur,luzern,lucerne,st. gallen,lugano,zug,biel,neuchâtel,fribourg,sion,chur,schaffhausen,aarau,baden,roma,rome,milano,milan,mailand,napoli,naples,torino,turin,palermo,genova,bologna,firenze,florence,florenz,bari,catania,venezia,verona,padova,trieste,brescia,parma,modena,pisa,trento,bolzano,bergamo,perugia,cagliari,madrid,barcelona,valencia,sevilla,seville,zaragoza,málaga,malaga,murcia,palma,bilbao,alicante,córdoba,valladolid,vigo,gijón,granada,a coruña,vitoria,oviedo,santander,pamplona,san sebastián,salamanca,toledo,lisbon,lisboa,porto,amsterdam,rotterdam,the hague,den haag,utrecht,eindhoven,delft,copenhagen,københavn,kopenhagen,aarhus,stockholm,gothenburg,göteborg,malmö,oslo,bergen,trondheim,helsinki,tampere,reykjavik,warsaw,warszawa,kraków,krakow,wrocław,gdańsk,prague,praha,prag,brno,budapest,bratislava,ljubljana,zagreb,belgrade,bucharest,sofia,athens,istanbul,ankara,izmir,moscow,saint petersburg,kyiv,kiev,lviv,minsk,vilnius,riga,tallinn,tel aviv,jerusalem,haifa,cairo,casablanca,rabat,tunis,algiers,lagos,abuja,nairobi,accra,cape town,johannesburg,durban,dubai,abu dhabi,doha,riyadh,mumbai,bombay,delhi,new delhi,bangalore,bengaluru,hyderabad,chennai,kolkata,pune,ahmedabad,jaipur,gurgaon,gurugram,noida,karachi,lahore,islamabad,dhaka,colombo,kathmandu,singapore,kuala lumpur,bangkok,jakarta,manila,hanoi,ho chi minh city,hong kong,shanghai,beijing,shenzhen,guangzhou,hangzhou,taipei,tokyo,osaka,kyoto,seoul,busan,sydney,melbourne,brisbane,perth,adelaide,canberra,auckland,wellington,mexico city,ciudad de méxico,guadalajara,monterrey,bogotá,bogota,medellín,medellin,cali,lima,quito,santiago,santiago de chile,buenos aires,rosario,montevideo,são paulo,sao paulo,rio de janeiro,brasília,caracas,la paz,asunción,san juan,havana,panamá,panama city,san salvador`.split(
    ',',
  ),
);

for (const { cities, regions } of LEXICONS) {
  for (const city of cities ?? []) CITIES.add(fold(city));
  for (const region of regions ?? []) {
    if (/^[A-Z]{2,3}$/.test(region)) STATE_CODES.add(region);
    else REGIONS.add(fold(region));
  }
}

export function countryCode(text: string): string | null {
  return COUNTRIES.get(fold(text).replace(/^[(\s]+|[)\s]+$/g, '')) ?? null;
}

/** ISO 3166-1 alpha-2 in capitals, where it is no state's as well. */
export function isCountryCode(text: string): boolean {
  return /^[A-Z]{2}$/.test(text) && CODES.includes(text) && !STATE_CODES.has(text);
}

export function isStateCode(text: string): boolean {
  return STATE_CODES.has(text.trim());
}

export function isRegion(text: string): boolean {
  return isStateCode(text) || REGIONS.has(fold(text));
}

export function isCity(text: string): boolean {
  return CITIES.has(fold(text));
}

import { list } from '../grammar.js';

/** Given and family names as they are common somewhere; whoever is made of them is invented. */
export interface Origin {
  readonly men: readonly string[];
  readonly women: readonly string[];
  readonly families: readonly string[];
}

const origin = (men: string, women: string, families: string): Origin => ({
  men: list(men),
  women: list(women),
  families: list(families),
});

export const ORIGINS: Readonly<Record<string, Origin>> = {
  GB: origin(
    'Alistair; Callum; Gareth; Rupert; Toby; Nigel; Desmond; Piers; Howard; Kieran; Lewis; Graham',
    'Imogen; Bronwen; Philippa; Harriet; Gemma; Rosalind; Fiona; Beatrix; Tamsin; Joanne; Mary Ann; Kirsty',
    'Ashdown; Thorncastle; Penhallow; Whitlock; Fairbrother; MacAllister; Oakeshott; Pettigrew; Llewellyn; Barrowclough; Featherstone; Winterbourne; O’Hanlon; Fitzgerald-Moore; Smythe-Jones',
  ),
  US: origin(
    'Tyler; Marcus; Brandon; DeShawn; Wyatt; Jerome; Chad; Travis; Hunter; Caleb; Reginald',
    'Ashley; Brittany; Keisha; Madison; Savannah; Brooke; Latoya; Paige; Mary Lou; Kayla; Sierra',
    'Hollister; Baxter; Vandermeer; Kowalczyk; Washburn; Jefferson; Delacroix; Stubblefield; McCready; Okafor; Tillman; Pendergrass; Van Buren; Castellanos; Nakamura',
  ),
  IE: origin(
    'Cormac; Eoin; Declan; Fergal; Tadhg; Seán',
    'Aoife; Niamh; Gráinne; Saoirse; Bríd; Orla',
    'Ó Broin; O’Donoghue; Ní Cheallaigh; McGrath; Kavanagh; Fitzsimons; Mac Giolla Phádraig',
  ),
  DE: origin(
    'Jürgen; Torsten; Matthias; Hans-Peter; Uwe; Bastian; Karl-Heinz; Lennart; Björn; Götz; Florian; Malte',
    'Annegret; Heike; Ulrike; Sabine; Wiebke; Anna-Lena; Friederike; Katrin; Käthe; Silke; Maren; Eva-Maria',
    'Brinkmann; Schäfer-Lindt; von der Heide; Grünwald; Oberhuber; Meyer-Landrut; Königsberger; Stöver; Pfaffenbichler; Weiß; Freiherr von Altenfels; zu Rhein; Drögemüller; Zschoche; Kuhlmann',
  ),
  AT: origin(
    'Alois; Gregor; Leopold; Markus; Wolfgang; Severin',
    'Burgi; Elfriede; Theresia; Veronika; Johanna; Magdalena',
    'Hinterleitner; Gruber-Aigner; Stadlbauer; Edlinger; Kirchschläger; Pichlmayr; Novotny; Zangerl',
  ),
  CH: origin(
    'Beat; Reto; Urs; Ueli; Gian-Luca; Curdin',
    'Regula; Ladina; Vreni; Corinne; Nadja; Ursina',
    'Ammann; Zurbriggen; Hürlimann; Caflisch; Von Allmen; Rüegsegger; Bernasconi-Huber; Gerber',
  ),
  FR: origin(
    'Thibault; Jean-Baptiste; Gaël; Loïc; Maxence; François; Anthony; Jérôme; Hervé; Rémi; Aurélien',
    'Élodie; Marie-Claire; Anaïs; Bérengère; Noémie; Solène; Chloé; Maëlys; Véronique; Océane; Gaëlle',
    'Lemaître; de La Bruyère; Charpentier; Le Goff; d’Aubigny; Fournier-Blanc; Bouchard; N’Guessan; Desrosiers; Pélissier; du Plessis; Marchand; Vandenbroucke; Benali; Le Bihan',
  ),
  BE: origin(
    'Thierry; Wouter; Koen; Benoît; Jef; Ludovic',
    'Griet; Marieke; Sophie; Liesbeth; Anne-Sophie; Joke',
    'Van den Bossche; Vercauteren; Peeters; Dupuis; Van Damme; Lambrechts; de Smedt',
  ),
  IT: origin(
    'Gianluca; Niccolò; Pasquale; Davide; Ettore; Salvatore; Michelangelo; Pier Paolo; Raffaele; Tommaso; Ludovico',
    'Giuseppina; Chiara; Ornella; Federica; Mariagrazia; Benedetta; Ilaria; Noemi; Maria Teresa; Costanza; Ginevra',
    'Bellandi; De Santis; Quarantotto; Lo Presti; D’Agostino; Fumagalli; Della Rovere; Marangoni; Zanetti; Pellegrino; Di Bartolomeo; Cavalcanti; La Rosa; Brambilla; Ranieri-Conti',
  ),
  ES: origin(
    'Íñigo; José Luis; Álvaro; Joaquín; Rubén; Xavier; Iker; Gonzalo; Ramón; Miguel Ángel; Óscar',
    'Begoña; María del Carmen; Lucía; Nuria; Itziar; Rocío; Inés; Montserrat; Ana Belén; Sofía; Pilar',
    'Etxeberria Ruiz; García-Valdecasas; Peñalver Ortega; de la Fuente; Carrasco Núñez; Ibáñez; Zubizarreta; Muñoz Quintana; Ferrer i Mas; Domínguez; del Castillo Rey; Lozano; Arnau Pons; Cifuentes; Rojas Bermejo',
  ),
  MX: origin(
    'Cuauhtémoc; Juan Pablo; Emiliano; Gerardo; Ulises; Leobardo',
    'Guadalupe; Ximena; Citlali; María Fernanda; Yolanda; Paloma',
    'Villaseñor; Huerta Zamora; Cárdenas; Escobedo; Ponce de León; Olvera; Barragán',
  ),
  AR: origin(
    'Facundo; Lautaro; Matías; Ignacio; Nahuel; Gastón',
    'Agustina; Florencia; Micaela; Milagros; Soledad; Candela',
    'Giménez; Ottaviano; Sosa; Bustamante; Echeverría; Krasnoff; Maidana',
  ),
  PT: origin(
    'João; Tiago; Duarte; Vasco; Gonçalo; Rui',
    'Inês; Mafalda; Conceição; Catarina; Leonor; Beatriz',
    'Vasconcelos; dos Santos; Carvalhal; Figueiredo; de Sousa Lobo; Magalhães',
  ),
  PL: origin(
    'Łukasz; Wojciech; Grzegorz; Zbigniew; Paweł; Radosław',
    'Agnieszka; Małgorzata; Żaneta; Jadwiga; Kinga; Elżbieta',
    'Wiśniewska-Kos; Szczepański; Brzozowski; Gąsior; Maćkowiak; Zięba',
  ),
  NL: origin(
    'Jeroen; Maarten; Sjoerd; Bram; Thijs; Ruben',
    'Femke; Anneke; Mirjam; Saskia; Lotte; Willemijn',
    'van der Meulen; de Graaf; ten Brink; van ’t Hof; Dijkstra; Hoekstra; op den Kamp',
  ),
  SE: origin(
    'Åke; Göran; Linus; Torbjörn; Håkan; Elias',
    'Ingrid; Åsa; Linnéa; Märta; Frida; Tuva',
    'Lindqvist; Åkerström; Bergström; Söderhjelm; af Klintberg; Nyström',
  ),
  TR: origin(
    'Çağlar; Emre; Yiğit; Oğuz; Barış; Tolga',
    'Ayşegül; Şebnem; Gülşen; Nazlı; Ebru; İpek',
    'Karadağ; Yıldırım; Özçelik; Demirtaş; Şahinler; Günay',
  ),
  IN: origin(
    'Arjun; Venkatesh; Rohan; Harpreet; Sanjay; Karthik',
    'Priyanka; Ananya; Lakshmi; Deepika; Meera; Kavitha',
    'Raghunathan; Iyer; Chatterjee; Bhattacharya; Patel; Singh Dhillon; Nair; Deshmukh',
  ),
  NG: origin(
    'Chukwuemeka; Babatunde; Oluwaseun; Ifeanyi; Musa; Tunde',
    'Ngozi; Folasade; Adaeze; Yetunde; Amina; Chidinma',
    'Okonkwo; Adebayo; Eze; Balogun; Nwachukwu; Abubakar',
  ),
  CN: origin(
    'Wei; Jianguo; Haoran; Zhiqiang; Minghao',
    'Xiaoling; Yuxin; Mei; Lihua; Jingyi',
    'Zhang; Ouyang; Xu; Zheng; Liang; Huang',
  ),
  VN: origin('Minh Quân; Đức; Tuấn Anh; Hoàng', 'Thị Hương; Ngọc Lan; Thu Hà; Mai', 'Nguyễn; Trần; Phạm; Đặng; Vũ'),
  RO: origin(
    'Răzvan; Ștefan; Mircea; Cătălin; Bogdan',
    'Ileana; Ruxandra; Anca; Mădălina; Oana',
    'Ionescu; Țepeneag; Dumitrașcu; Munteanu; Vlăsceanu',
  ),
  GR: origin(
    'Konstantinos; Stavros; Panagiotis; Yannis',
    'Eleni; Kalliopi; Despina; Zoe',
    'Papadopoulou; Kazantzis; Vlachopoulos; Mavridis; Theodorakis',
  ),
  MA: origin(
    'Youssef; Abdelkader; Hicham; Mehdi',
    'Fatima-Zahra; Khadija; Salma; Hind',
    'El Mansouri; Benjelloun; Aït Ouali; Tahiri; Bennani; Ben Abdallah',
  ),
};

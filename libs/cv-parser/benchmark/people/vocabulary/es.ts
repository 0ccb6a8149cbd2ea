import { list } from '../grammar.js';
import { TRADES } from './trades.es.js';
import type { Vocabulary } from './types.js';

export const ES: Vocabulary = {
  words: {
    saint: list('San Isidro; Santa Clara; San Roque; Santa Ana; San Fermín; Santa Teresa; San Andrés'),
    animal: list('Ciervo; Garza; Gallo; León; Cisne; Zorro; Halcón'),
    ministry: list('Sanidad; Educación; Agricultura; Cultura; Justicia; Transportes; Estadística; Medio Ambiente'),
  },
  trades: TRADES,
  employers: {
    company: list(
      '$root S.A.; $family e Hijos S.L.; Grupo $root; Industrias $family S.A.; $root Alimentación S.L.; Talleres $family; $root Energía S.A.U.; Laboratorios $family; Hermanos $family S.C.; $root de México S.A. de C.V.',
    ),
    technology: list(
      '$root Software S.L.; $root Tecnologías; $root Digital; $family Informática S.L.; $root Sistemas S.A.; $root Labs; Soluciones $root; $root Datos S.L.U.',
    ),
    hospital: list(
      'Hospital $saint; Clínica $family; Centro de Salud $city Norte; Hospital Universitario de $city; Residencia $root; Sanatorio $saint; Hospital General de $city; Policlínica $root',
    ),
    school: list(
      'CEIP $family; Colegio $saint; IES $family; Escuela Infantil El $animal; Instituto $family, $city; Academia $root; Colegio Público $city',
    ),
    university: list(
      'Universidad de $city; Universidad Politécnica de $city; CSIC, $city; Universidad $family; Instituto $root; Universidad Autónoma de $city',
    ),
    law: list(
      'Despacho $family; $family & $family2 Abogados; Bufete $family; Notaría $family; Juzgado de $city; $family Asesores S.L.P.; Gestoría $root',
    ),
    bank: list(
      'Banco $root; Caja Rural de $city; $root Seguros S.A.; Asesoría $family; $family Auditores; Caixa $root; Financiera $root',
    ),
    shop: list(
      'Supermercados $root; Librería $family; Farmacia $family; Moda $root; Panadería $family; $root Bricolaje; Muebles $family; Ferretería $family',
    ),
    hotel: list(
      'Hotel $root; Restaurante Casa $family; Mesón El $animal; Parador de $city; Bar $family; Hostal $root; Complejo $root; Asador El $animal',
    ),
    workshop: list(
      'Carpintería $family; Instalaciones $family S.L.; Construcciones $family S.A.; Taller $family; Fontanería $root; Electricidad $family; Autónom<o|a>; Reformas $root',
    ),
    transport: list(
      'Transportes $family S.L.; $root Logística S.A.; Mensajería $root; Puerto de $city; $root Cargo; Almacenes $family; $root Frío S.L.',
    ),
    public: list(
      'Ayuntamiento de $city; Ministerio de $ministry; Diputación de $city; Consejería de $ministry; Instituto Nacional de $ministry; Cámara de Comercio de $city; Secretaría de $ministry',
    ),
    culture: list(
      'Teatro $family; Museo de $city; Editorial $root; Galería $family; Festival de $city; El Diario de $city; Fundación $root',
    ),
    agency: list(
      'Estudio $family; Agencia $root; $family Arquitectos; Ingeniería $family S.L.; Autónom<o|a>; $root Comunicación; $root Consultores',
    ),
  },
  institutions: {
    university: list(
      'Universidad de $city; Universidad Politécnica de $city; Universidad $family; Universidad Autónoma de $city; Universidad Nacional de $city; Instituto Tecnológico de $city; Universidad Católica de $city',
    ),
    college: list(
      'Instituto $root; Escuela $family; Centro $root; Escuela de Negocios $root; Academia $family; Escuela Superior de $city',
    ),
    vocational: list(
      'IES $family; CIFP $city; Escuela de Formación Profesional $family; Instituto Politécnico $city; Centro de Formación $root; Escuela Taller de $city',
    ),
    school: list(
      'IES $family; Colegio $saint; Instituto $family; Colegio Nacional de $city; Liceo $family; Preparatoria $city',
    ),
  },
  schoolDegrees: list(
    'Bachillerato; Educación Secundaria Obligatoria; COU; Bachillerato Tecnológico; Graduado Escolar; Bachillerato en Humanidades',
  ),
  results: list(
    `, con un {5-45} % menos de [errores|costes|esperas|mermas]
    con un equipo de {3-15} personas
    en {3-18} meses
    en colaboración con [la dirección|los proveedores|el ayuntamiento|socios extranjeros]
    , modelo adoptado después por {2-9} [sedes|equipos|unidades]
    sin detener la actividad
    , proyecto [premiado por la empresa|reconocido con un premio interno]
    con un presupuesto de {10-900}.000 euros
    y sustitución del responsable
    para clientes de {2-12} países`,
  ),
  tasks: list(
    `Sustitución [del responsable|del encargado] en sus ausencias
    [Planificación|Coordinación] del trabajo de {4-40} personas
    Participación en {2-9} [ferias|congresos|jornadas]
    Implantación de un nuevo sistema de [archivo|reservas|avisos]
    Redacción de informes [semanales|mensuales|trimestrales]
    Miembro del comité de [empresa|seguridad|fiestas]
    Acogida y formación de nuevos compañeros`,
  ),
  summaries: list(
    `Profesional con {3-25} años de experiencia en $topic, [responsable|organizad<o|a>|polivalente] y acostumbrad<o|a> a trabajar [en equipo|por objetivos]. Busco un puesto [estable|con responsabilidad] relacionado con $topic2.
    Me dedico a $topic y $topic2 con [curiosidad|pasión|método]. Mis compañeros valoran mi [paciencia|puntualidad|calma].
    $position especializad<o|a> en $topic, con capacidad de [organización|comunicación] y ganas de aprender.
    Tras {4-20} años en [distintas empresas|equipos pequeños] quiero aportar lo aprendido en $topic a [un nuevo proyecto|una organización en crecimiento].
    Mi objetivo es hacer $topic más [sencillo|cercano|sostenible], apoyándome en mi experiencia en $topic2.`,
  ),
  jobSummaries: list(
    `Responsable [de la actividad diaria|de un equipo de {3-25} personas|de un presupuesto de {50-900}.000 euros] en el área de $topic.
    Empresa [familiar|mediana|en fuerte crecimiento] con {20-4000} empleados, dedicada a $topic.
    Sustitución por maternidad con plena responsabilidad en $topic.
    Trabajo a tiempo parcial durante los estudios, sobre todo en $topic.
    En dependencia directa de la dirección, con tareas centradas en $topic.`,
  ),
  softSkills: list(
    'Trabajo en equipo; Capacidad de organización; Resolución de problemas; Escucha activa; Autonomía; Gestión del tiempo; Liderazgo; Oratoria',
  ),
  softSkillGroups: list('Competencias personales; Habilidades sociales; Otros; Fortalezas'),
  interests: list(
    'Senderismo; Canto coral; Apicultura; Ajedrez; Fotografía; Vela; Balonmano; Lectura; Cocina; Teatro; Jardinería; Escalada; Viajes; Ciclismo; Guitarra',
  ),
  languageNames: list(
    'Español; Inglés; Francés; Alemán; Italiano; Portugués; Catalán; Árabe; Chino; Ruso; Polaco; Japonés; Gallego; Euskera; Rumano',
  ),
  maritalStatuses: list('solter<o|a>; casad<o|a>; casad<o|a>, dos hijos; divorciad<o|a>; pareja de hecho'),
  drivingLicences: list('Carné B; Permiso B y vehículo propio; Permiso C; A y B; Carnet de conducir B1'),
  awards: list(
    'Premio extraordinario; Beca a la excelencia; Premio a la innovación; Empleado del año; Mención honorífica; Mejor póster; Premio fin de carrera; Medalla al mérito',
  ),
  awarders: list(
    'Fundación $root; Ayuntamiento de $city; Universidad de $city; Cámara de Comercio de $city; Fundación $family; Academia de $city',
  ),
  issuers: list(
    'Cámara de Comercio de $city; Instituto $root; AENOR; Academia $root; SEPE $city; Universidad de $city',
  ),
  publications: list(
    `[Hacia|Para] una teoría [práctica|comparada]: $topic
    Lo que [las empresas|las escuelas|los municipios] deben saber: $topic
    $topic en el medio rural: un estudio de varios años
    $topic, entre [el arte y la ciencia|la política y la práctica]
    Medir [el coste|la calidad|los efectos]: $topic
    Lecciones de la crisis: $topic`,
  ),
  publishers: list(
    'Revista española de $root; Editorial $root; Anales de $city; Actas del congreso de $city; Cuadernos $root; Ediciones $family',
  ),
  projects: list(
    '$root; $root Abierto; Proyecto $animal; Huerto urbano de $city; $root 2.0; Atlas de $city; Taller $root',
  ),
  projectDescriptions: list(
    `[Programa libre|Aplicación móvil|Sitio web] para [asociaciones|apicultores|ciclistas] sobre $topic
    Proyecto colectivo con {5-60} voluntarios sobre $topic
    [Exposición|Pódcast|Blog] sobre $topic
    Restauración de [un barco|un granero|un tranvía] de {18-20}{10-99}`,
  ),
  volunteer: [
    { position: 'Bomber<o|a> voluntari<o|a>', organization: 'Bomberos de $city' },
    { position: 'Entrenador<|a> juvenil', organization: 'Club Deportivo $city' },
    { position: 'Tesorer<o|a>', organization: 'Asociación $root' },
    { position: 'Voluntari<o|a>', organization: 'Banco de Alimentos de $city' },
    { position: 'Monitor<|a> de tiempo libre', organization: 'Grupo Scout $root' },
    { position: 'President<e|a>', organization: 'Amigos del Museo de $city' },
  ],
  references: list(
    `Una persona [puntual|cuidadosa] y siempre llena de ideas.
    <Lo|La> volveríamos a contratar sin dudarlo.
    Pocas veces he trabajado con alguien tan [fiable|atento].`,
  ),
  theses: list(
    '$topic en ciudades pequeñas; Economía y $topic; Nuevos métodos en $topic; Historia de un oficio: $topic; Encuesta sobre $topic',
  ),
  streets: list(
    'Calle $family, {1-180}; C/ del Molino {1-40}, {1-6}º {1-4}ª; Avda. $family, {2-90}; Paseo del Río, {1-60}; Plaza Mayor {1-20}; Av. Juan $family {300-1200}; Camino Viejo, {1-30}; Calle de la Iglesia, n.º {1-70}',
  ),
  scores: list(
    'Notable; Sobresaliente; Matrícula de honor; nota media: {7-9},{0-9}; {7-9},{1-9}/10; cum laude; promedio {8-9}.{1-9}',
  ),
};

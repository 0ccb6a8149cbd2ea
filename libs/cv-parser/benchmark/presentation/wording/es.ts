import { list } from '../../people/grammar.js';
import type { Wording } from './types.js';

export const ES: Wording = {
  headings: {
    summary: list(
      'Perfil; Perfil profesional; Sobre mí; Resumen; Presentación; Extracto; Objetivo profesional; Quién soy',
    ),
    work: list(
      'Experiencia laboral; Experiencia profesional; Trayectoria profesional; Experiencia; Historial laboral; Empleos; Antecedentes laborales; Trayectoria; Vida laboral',
    ),
    education: list(
      'Formación; Formación académica; Educación; Estudios; Estudios realizados; Titulación; Datos académicos; Formación y titulaciones; Trayectoria académica',
    ),
    skills: list(
      'Habilidades; Competencias; Conocimientos; Aptitudes; Competencias profesionales; Conocimientos técnicos; Destrezas',
    ),
    languages: list('Idiomas; Conocimiento de idiomas; Lenguas; Idiomas extranjeros; Competencia lingüística'),
    certificates: list(
      'Certificaciones; Cursos; Formación complementaria; Cursos y certificados; Certificados; Formación adicional',
    ),
    publications: list(
      'Publicaciones; Publicaciones destacadas; Artículos; Trabajos publicados; Publicaciones y ponencias',
    ),
    projects: list('Proyectos; Proyectos personales; Proyectos destacados; Principales proyectos; Trabajos destacados'),
    awards: list('Premios; Reconocimientos; Becas y premios; Distinciones; Premios y reconocimientos'),
    volunteer: list(
      'Voluntariado; Experiencia de voluntariado; Compromiso social; Acción social; Actividades de voluntariado',
    ),
    references: list('Referencias; Recomendaciones; Opiniones; Personas de contacto'),
    interests: list('Intereses; Aficiones; Tiempo libre; Intereses personales; Pasatiempos; Aficiones e intereses'),
    personal: list('Datos personales; Información personal; Datos; Otros datos; Información adicional'),
    contact: list('Contacto; Datos de contacto; Contáctame; Cómo contactar; Información de contacto'),
  },
  present: list('actualidad; presente; hoy; la actualidad; actual; actualmente; Actualidad'),
  since: list('desde; Desde; a partir de'),
  fromTo: ['de $start a $end', 'desde $start hasta $end', '$start a $end', '$start hasta $end'],
  seasons: ['Primavera', 'Verano', 'Otoño', 'Invierno'],
  at: ['en', '@', 'para'],
  degreeIn: [' en ', ', ', ' – ', ' '],
  thesis: list('Tesis; Trabajo final; Proyecto fin de carrera'),
  score: list('Nota; Calificación; Resultado'),
  labels: {
    name: list('Nombre; Nombre y apellidos'),
    email: list('Correo electrónico; E-mail; Email; Correo'),
    phone: list('Teléfono; Tel.; Móvil; Celular; Tfno.'),
    address: list('Dirección; Domicilio; Residencia; Localidad'),
    url: list('Web; Sitio web; Página web; Portafolio'),
    birth: list('Fecha de nacimiento; Nacimiento; F. nac.'),
    birthPlace: list('Lugar de nacimiento'),
    nationality: list('Nacionalidad'),
    maritalStatus: list('Estado civil'),
    drivingLicence: list('Permiso de conducir; Carné de conducir'),
  },
  titles: list('Currículum vítae; CV; Curriculum Vitae; CURRÍCULUM; Hoja de vida'),
  page: ['Página $page', 'Página $page de $pages', '$name – pág. $page', '$page / $pages', '$name · $page'],
  levels: {
    native: list('lengua materna; nativo; Lengua materna'),
    C2: list('bilingüe; nivel nativo; excelente'),
    C1: list('avanzado; fluido; muy alto'),
    B2: list('alto; intermedio alto; profesional'),
    B1: list('intermedio; medio; conversación'),
    A2: list('básico; elemental; bajo'),
    A1: list('principiante; nociones; básico'),
  },
  skillLevels: list('experto; avanzado; alto; medio; intermedio; básico'),
  rows: {
    dates: 'Fechas',
    position: 'Profesión o cargo desempeñado',
    tasks: 'Funciones y responsabilidades principales',
    employer: 'Nombre y dirección de la empresa o empleador',
    degree: 'Cualificación obtenida',
    institution: 'Nombre y tipo de la organización que ha impartido la formación',
  },
  nationalities: { ES: 'española', MX: 'mexicana', AR: 'argentina', CL: 'chilena', CO: 'colombiana', PE: 'peruana' },
};

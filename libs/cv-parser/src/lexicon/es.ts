import { terms, type Lexicon } from './types.js';

export const spanish: Lexicon = {
  language: 'es',
  country: 'ES',
  stopwords: terms(`
    y, de, la, el, los, las, del, para, con, en, una, por, que, un, al, como, su, más, desde, sobre, se, lo, a, o,
    es, mi, mis, sus, gestión, atención, clientes, equipo, trabajo, realización, así, entre, hasta, muy,
    desarrollo
  `),
  headings: {
    contact: terms(`
      contacto, datos de contacto, información de contacto, contactos, enlaces, redes sociales, perfiles, redes,
      mis datos de contacto, datos personales & de contacto, contáctame, contáctenme, contactar, dónde
      encontrarme, web, en línea, dirección, redes & contacto, contacto & redes
    `),
    personal: terms(`
      datos personales, información personal, sobre mi persona, datos, datos generales, datos básicos, información
      general, información básica, información, ficha personal, informaciones personales, datos personales &
      contacto, datos del candidato
    `),
    summary: terms(`
      perfil, perfil profesional, resumen, sobre mí, sobre mi, acerca de mí, acerca de mi, objetivo, objetivo
      profesional, extracto, presentación, resumen profesional, perfil personal, objetivos, quién soy, perfil &
      objetivos, mi perfil, breve perfil, perfil resumido, perfil ejecutivo, perfil laboral, perfil académico,
      resumen ejecutivo, resumen personal, resumen de perfil, resumen de carrera, breve resumen, síntesis,
      síntesis profesional, extracto profesional, presentación personal, carta de presentación, breve
      presentación, introducción, descripción, descripción personal, descripción profesional, biografía, bio,
      breve biografía, acerca de, sobre mí & objetivos, conóceme, quién soy yo, objetivo laboral, objetivos
      profesionales, objetivo de carrera, objetivos laborales, meta profesional, metas, metas profesionales,
      motivación, propósito, misión, puesto deseado, declaración personal, aspectos destacados, lo más destacado,
      en pocas palabras, about me
    `),
    work: terms(`
      experiencia, experiencias, experiencia laboral, experiencia profesional, trayectoria profesional, historial
      laboral, empleo, trayectoria, trabajo, trayectoria laboral, prácticas, experiencia de trabajo, antecedentes
      laborales, experiencias laborales, experiencias profesionales, experiencias de trabajo, experiencia laboral
      & profesional, experiencia profesional & laboral, experiencia & trayectoria, experiencia laboral &
      prácticas, experiencia profesional & prácticas, experiencia & empleo, experiencia previa, experiencia
      anterior, experiencia relevante, experiencia destacada, experiencia reciente, experiencia adicional,
      experiencia relacionada, experiencia complementaria, experiencia principal, experiencia práctica,
      experiencia internacional, experiencia en el extranjero, experiencia docente, experiencia en docencia,
      experiencia académica, experiencia investigadora, experiencia en investigación, experiencia de
      investigación, experiencia clínica, experiencia hospitalaria, experiencia asistencial, experiencia
      comercial, experiencia directiva, experiencia gerencial, experiencia técnica, experiencia artística,
      experiencia musical, experiencia militar, experiencia pública, experiencia en el sector público, experiencia
      jurídica, experiencia empresarial, otras experiencias, otra experiencia, otras experiencias laborales, otras
      experiencias profesionales, mi experiencia, mis experiencias, mi experiencia laboral, mi trayectoria,
      principales experiencias, principal experiencia, últimas experiencias, historia laboral, historial
      profesional, historial de empleo, historial de trabajo, historia profesional, historial, carrera, carrera
      profesional, carrera militar, vida laboral, vida profesional, recorrido profesional, recorrido laboral,
      recorrido, itinerario profesional, camino profesional, desempeño profesional, desempeño laboral, desarrollo
      profesional & experiencia, ejercicio profesional, antecedentes profesionales, antecedentes de trabajo,
      actividad profesional, actividades profesionales, actividad laboral, actividad docente, actividades
      docentes, docencia, actividad investigadora, actividad asistencial, labor docente, trabajos, trabajos
      realizados, trabajos anteriores, trabajo actual, empleos, empleos anteriores, empleo actual, puestos,
      puestos de trabajo, puestos desempeñados, puestos ocupados, cargos, cargos desempeñados, cargos ocupados,
      cargos & experiencia, funciones desempeñadas, ocupación, ocupación actual, ocupaciones, prácticas
      profesionales, prácticas laborales, prácticas en empresa, prácticas en empresas, prácticas & becas,
      prácticas académicas, prácticas curriculares, prácticas pre-profesionales, prácticas preprofesionales,
      prácticas & experiencia laboral, pasantías, pasantía, residencias profesionales, residencia profesional,
      servicio militar, servicio social & prácticas, colaboraciones, consultorías, trabajo autónomo, freelance,
      estancias profesionales, teatro, filmografía
    `),
    education: terms(`
      educación, formación, formación académica, estudios, formación y estudios, educación y formación,
      titulaciones, estudios realizados, historial académico, formación reglada, datos académicos, formación
      profesional, preparación académica, trayectoria académica, educación & formación académica, educación &
      certificaciones, educación & estudios, educación & títulos, educación & cursos, educación formal, educación
      superior, educación universitaria, educación académica, educación secundaria, mi educación, nivel educativo,
      nivel de estudios, nivel académico, formación & educación, formación & títulos, formación & titulación,
      formación & titulaciones, formación & certificaciones, formación & cursos, formación & capacitación,
      formación & idiomas, formación universitaria, formación escolar, formación superior, formación oficial,
      formación principal, formación académica & complementaria, formación académica & profesional, formación
      académica & certificaciones, formación académica & cursos, formación educativa, formación técnica, formación
      musical, formación artística, formación de posgrado, formación de postgrado, mi formación, estudios &
      formación, estudios & títulos, estudios & titulación, estudios & certificaciones, estudios académicos,
      estudios universitarios, estudios superiores, estudios cursados, estudios oficiales, estudios formales,
      estudios secundarios, estudios reglados, mis estudios, titulación, titulación académica, titulaciones
      académicas, titulaciones oficiales, títulos, títulos académicos, títulos obtenidos, títulos universitarios,
      títulos & grados, grados académicos, grados & títulos, grado académico, historial educativo, historia
      académica, historial de formación, historial formativo, trayectoria educativa, trayectoria formativa,
      trayectoria académica & formación, preparación, preparación profesional, perfil formativo, antecedentes
      académicos, antecedentes educativos, antecedentes de estudio, datos educativos, información académica,
      información educativa, currículum académico, expediente académico, recorrido académico, escolaridad,
      escolaridad & formación, instrucción, instrucción académica, instrucción formal, universidad, colegio,
      escuela, diplomas & títulos, cualificaciones, cualificación, cualificación académica, enseñanza,
      capacitación académica
    `),
    skills: terms(`
      habilidades, competencias, aptitudes, conocimientos, habilidades técnicas, competencias técnicas,
      conocimientos técnicos, informática, conocimientos informáticos, destrezas, tecnologías, capacidades,
      competencias profesionales, habilidades y competencias, herramientas, competencias digitales, habilidades
      blandas, habilidades profesionales, skills, fortalezas, habilidades clave, habilidad, habilidades &
      conocimientos, habilidades & aptitudes, habilidades & destrezas, habilidades & herramientas, habilidades &
      tecnologías, habilidades & fortalezas, habilidades & intereses, habilidades & cualidades, habilidades &
      capacidades, habilidades & idiomas, habilidades & software, habilidades personales, habilidades sociales,
      habilidades interpersonales, habilidades comunicativas, habilidades directivas, habilidades gerenciales,
      habilidades organizativas, habilidades informáticas, habilidades digitales, habilidades tecnológicas,
      habilidades computacionales, habilidades laborales, habilidades duras, habilidades generales, habilidades
      principales, habilidades específicas, habilidades adicionales, habilidades analíticas, habilidades
      artísticas, habilidades lingüísticas & informáticas, habilidades técnicas & profesionales, habilidades
      transversales, otras habilidades, mis habilidades, principales habilidades, competencia, competencias &
      habilidades, competencias & aptitudes, competencias & conocimientos, competencias & herramientas,
      competencias & cualidades, competencias & idiomas, competencias clave, competencias personales, competencias
      sociales, competencias informáticas, competencias transversales, competencias generales, competencias
      específicas, competencias tecnológicas, competencias laborales, competencias principales, competencias
      directivas, competencias organizativas, competencias interpersonales, competencias comunicativas,
      competencia digital, mis competencias, otras competencias, principales competencias, aptitudes &
      habilidades, aptitudes & competencias, aptitudes & conocimientos, aptitudes & capacidades, aptitudes
      personales, aptitudes profesionales, aptitudes técnicas, aptitudes principales, aptitudes destacadas, mis
      aptitudes, actitudes, actitudes & aptitudes, capacidades & competencias, capacidades & habilidades,
      capacidades técnicas, capacidades personales, capacidades profesionales, cualidades, cualidades personales,
      cualidades profesionales, características personales, puntos fuertes, mis fortalezas, fortalezas &
      habilidades, valores, conocimiento, conocimientos & habilidades, conocimientos & competencias, conocimientos
      & herramientas, conocimientos & aptitudes, conocimientos & destrezas, conocimientos & tecnologías,
      conocimientos de informática, conocimientos en informática, conocimientos informáticos & técnicos,
      conocimientos & software, conocimientos específicos, conocimientos adicionales, conocimientos generales,
      conocimientos profesionales, conocimientos tecnológicos, conocimientos digitales, conocimientos
      computacionales, conocimientos de computación, conocimientos clave, otros conocimientos, mis conocimientos,
      manejo de software, manejo de programas, manejo de herramientas, dominio de programas, dominio de software,
      destrezas & habilidades, destrezas técnicas, especialidades, especialidad, especialización,
      especializaciones, áreas de especialización, áreas de experiencia, áreas de conocimiento, áreas de
      especialidad, áreas de competencia, área de especialidad, campos de especialización, experticia, expertise,
      know-how, informática & idiomas, informática & software, informática & programas, idiomas & informática,
      idiomas & competencias, idiomas & conocimientos, ofimática, computación, programas, programas informáticos,
      programas & herramientas, software, software & herramientas, softwares, herramientas & tecnologías,
      herramientas informáticas, herramientas digitales, herramientas & software, herramientas & programas,
      herramientas tecnológicas, herramientas técnicas, tecnologías & herramientas, tecnologías utilizadas,
      tecnología, stack tecnológico, stack, técnicas, métodos, metodologías, lenguajes, lenguajes de programación,
      lenguajes & frameworks, lenguajes & tecnologías, programación, frameworks, bases de datos, sistemas
      operativos, skills & herramientas, soft skills, hard skills, tools, oficios, maquinaria
    `),
    languages: terms(`
      idiomas, lenguas, idioma, competencias lingüísticas, conocimiento de idiomas, mis idiomas, idiomas & nivel,
      idiomas & niveles, idiomas hablados, idiomas extranjeros, idioma extranjero, otros idiomas, lengua materna &
      otros idiomas, lengua, lenguas extranjeras, lenguajes & idiomas, competencia lingüística, conocimientos de
      idiomas, conocimientos lingüísticos, dominio de idiomas, manejo de idiomas, nivel de idiomas, habilidades
      lingüísticas, capacidades lingüísticas, aptitudes lingüísticas, idiomas & certificaciones
    `),
    certificates: terms(`
      certificaciones, certificados, cursos, cursos y certificaciones, formación complementaria, diplomas, cursos
      y seminarios, licencias y certificaciones, otros cursos, formación continua, certificación, seminarios,
      certificaciones y cursos, certificados & cursos, certificados & diplomas, certificados & licencias,
      certificados & acreditaciones, certificados & formación, certificados & títulos, certificado,
      certificaciones & licencias, certificaciones & formación, certificaciones & diplomas, certificaciones &
      títulos, certificaciones & capacitaciones, certificaciones & acreditaciones, certificaciones & habilidades,
      certificaciones & logros, certificaciones profesionales, certificaciones técnicas, certificaciones
      oficiales, certificaciones obtenidas, certificaciones de idiomas, mis certificaciones, acreditaciones,
      acreditación, acreditaciones & certificaciones, habilitaciones, licencias, licencias & permisos, licencias &
      certificados, licencias & colegiación, colegiación, colegiaciones, permisos, permisos & carnets, permisos &
      carnés, permisos & licencias, permisos de conducir & carnets, carnets, carnés, carnets & permisos, carnés
      profesionales, carnet de conducir & otros, cursos & talleres, cursos & capacitaciones, cursos & formación,
      cursos & diplomados, cursos & jornadas, cursos & congresos, cursos & certificados, cursos & títulos, cursos
      & formación complementaria, cursos realizados, cursos complementarios, cursos adicionales, cursos de
      formación, cursos de especialización, cursos de capacitación, cursos de actualización, cursos de idiomas,
      cursos online, cursos en línea, cursos relevantes, cursos destacados, cursos extra, cursos
      extracurriculares, curso, mis cursos, otra formación, otras formaciones, otros estudios, otros títulos,
      otros certificados, otros méritos, otras titulaciones, otros cursos & seminarios, formación adicional,
      formación no reglada, formación extra, formación extraacadémica, formación extracurricular, formación
      específica, formación especializada, formación permanente, formación técnica & complementaria, formación
      online, formación en línea, formación profesional complementaria, educación complementaria, educación
      continua, educación adicional, estudios complementarios, estudios adicionales, capacitación, capacitaciones,
      capacitaciones & cursos, capacitación & cursos, capacitación profesional, capacitación complementaria,
      actualización profesional, actualizaciones, perfeccionamiento, perfeccionamiento profesional, talleres,
      talleres & cursos, talleres & seminarios, seminarios & cursos, seminarios & talleres, seminarios &
      congresos, seminarios & conferencias, jornadas, jornadas & seminarios, jornadas & congresos, diplomados,
      diplomado, diplomas & certificados, diplomas & cursos, desarrollo profesional, masterclass, títulos &
      certificados, títulos & certificaciones, entrenamientos
    `),
    projects: terms(`
      proyectos, proyectos personales, proyectos destacados, proyectos realizados, proyecto, proyecto personal,
      mis proyectos, proyectos & logros, proyectos & actividades, proyectos & portafolio, proyectos &
      investigación, proyectos & trabajos, proyectos académicos, proyectos universitarios, proyectos escolares,
      proyectos de investigación, proyectos de desarrollo, proyectos de software, proyectos de código abierto,
      proyectos open source, proyectos profesionales, proyectos laborales, proyectos técnicos, proyectos
      relevantes, proyectos principales, proyectos recientes, proyectos actuales, proyectos en curso, proyectos
      independientes, proyectos propios, proyectos artísticos, proyectos sociales, proyectos significativos,
      proyectos de grado, proyecto de grado, proyecto fin de carrera, proyecto final, trabajo de fin de grado,
      tfg, tfm, tesis, otros proyectos, principales proyectos, portafolio, portfolio, portafolios, realizaciones,
      obras, obra, código abierto, open source, investigación, investigaciones, líneas de investigación, casos de
      éxito
    `),
    publications: terms(`
      publicaciones, artículos, ponencias, patentes, publicaciones y ponencias, conferencias, publicación, mis
      publicaciones, lista de publicaciones, listado de publicaciones, publicaciones & conferencias, publicaciones
      & comunicaciones, publicaciones & congresos, publicaciones & artículos, publicaciones & patentes,
      publicaciones & presentaciones, publicaciones & investigación, publicaciones científicas, publicaciones
      académicas, publicaciones destacadas, publicaciones recientes, publicaciones seleccionadas, principales
      publicaciones, producción científica, producción académica, producción intelectual, artículos científicos,
      artículos publicados, artículos & publicaciones, artículos de prensa, libros, libros & artículos, libros
      publicados, capítulos de libro, capítulos de libros, comunicaciones, comunicaciones a congresos,
      comunicaciones & ponencias, congresos, congresos & ponencias, congresos & conferencias, congresos &
      seminarios, congresos & jornadas, ponencias & comunicaciones, ponencias & conferencias, ponencias &
      congresos, ponencias & publicaciones, conferencias & ponencias, conferencias & publicaciones, conferencias &
      seminarios, conferencias & presentaciones, charlas, charlas & ponencias, charlas & conferencias,
      presentaciones, presentaciones & conferencias, pósteres, patentes & publicaciones, tesis doctoral, tesis &
      publicaciones, prensa, medios, bibliografía, discografía, escritos
    `),
    awards: terms(`
      premios, reconocimientos, premios y reconocimientos, becas, logros, distinciones, becas y premios, honores,
      honores y premios, premios y becas, premio, premios & distinciones, premios & becas obtenidas, premios &
      logros, premios & honores, premios & menciones, premios & concursos, premios & galardones, premios &
      certificaciones, premios obtenidos, premios recibidos, galardones, galardones & premios, galardón,
      reconocimiento, reconocimientos & premios, reconocimientos & logros, reconocimientos & becas,
      reconocimientos & distinciones, reconocimientos & méritos, distinciones & premios, distinciones &
      reconocimientos, distinción, menciones, mención, menciones honoríficas, condecoraciones, medallas, méritos,
      méritos académicos, méritos profesionales, honores & reconocimientos, honores & distinciones, beca, becas &
      ayudas, becas & distinciones, becas & reconocimientos, becas obtenidas, becas & estancias, ayudas & becas,
      financiación, subvenciones, concursos, concursos & premios, competiciones, competencias deportivas, logro,
      logros & reconocimientos, logros & premios, logros profesionales, logros académicos, logros destacados,
      logros personales, logros deportivos, logros relevantes, principales logros, mis logros, éxitos, éxitos
      profesionales, resultados, trofeos, exposiciones & premios, exposiciones
    `),
    volunteer: terms(`
      voluntariado, experiencia de voluntariado, trabajo voluntario, actividades extracurriculares, labor social,
      actividades, voluntariado & actividades, voluntariado & asociaciones, voluntariado & participación,
      voluntariado & intereses, voluntariado & compromiso social, voluntariado social, voluntariados, voluntario,
      experiencia voluntaria, experiencia como voluntario, experiencia como voluntaria, experiencias de
      voluntariado, experiencia en voluntariado, experiencia de voluntario, experiencia social, experiencias
      voluntarias, actividades de voluntariado, actividades voluntarias, actividades sociales, actividades
      comunitarias, actividades solidarias, actividades benéficas, actividades extraescolares, actividades extra
      curriculares, actividades extracurriculares & voluntariado, actividades extralaborales, actividades
      extraacadémicas, actividades complementarias, actividades estudiantiles, actividades asociativas,
      actividades & voluntariado, actividades & asociaciones, actividades & logros, actividad voluntaria,
      actividad social, actividad asociativa, otras actividades, acción social, acción comunitaria, labor
      voluntaria, labores sociales, labor comunitaria, trabajo social, trabajo comunitario, trabajos voluntarios,
      trabajo social & voluntariado, servicio comunitario, servicio a la comunidad, servicio social, servicio
      voluntario, servicios comunitarios, compromiso social, compromiso, compromiso cívico, participación
      comunitaria, participación social, participación estudiantil, participación en asociaciones, participación,
      asociacionismo, asociaciones, asociaciones & voluntariado, liderazgo, liderazgo & voluntariado, liderazgo &
      actividades, responsabilidad social, solidaridad, implicación social
    `),
    interests: terms(`
      intereses, aficiones, hobbies, pasatiempos, intereses y aficiones, intereses personales, aficiones e
      intereses, interés, mis intereses, intereses & hobbies, intereses & pasatiempos, intereses & actividades,
      intereses & pasiones, intereses & voluntariado, intereses & tiempo libre, intereses profesionales, intereses
      académicos, intereses de investigación, áreas de interés, áreas de interes, otros intereses, otras
      aficiones, afición, aficiones & hobbies, aficiones & pasatiempos, aficiones & tiempo libre, aficiones &
      deportes, aficiones personales, mis aficiones, hobby, hobbies & intereses, hobbies & aficiones, hobbies &
      pasatiempos, mis hobbies, pasatiempos & intereses, pasatiempos & aficiones, pasiones, pasiones & intereses,
      mis pasiones, tiempo libre, ocio, ocio & tiempo libre, actividades de ocio, actividades & intereses,
      actividades & aficiones, actividades recreativas, actividades deportivas, actividades culturales, deportes,
      deporte, deportes & aficiones, gustos, gustos & aficiones, gustos e intereses
    `),
    references: terms(`
      referencias, recomendaciones, referencias personales, referencias laborales, referencia, referencias
      profesionales, referencias académicas, referencias & recomendaciones, referencias disponibles, referencias &
      contactos, recomendación, cartas de recomendación, carta de recomendación, testimonios, avales, contactos de
      referencia
    `),
  },
  headingWords: {
    volunteer: terms(`voluntariado, voluntario`),
    publications: terms(`publicaciones`),
    certificates: terms(`certificaciones, certificados, cursos, complementaria`),
    awards: terms(`premios, reconocimientos, becas, logros`),
    projects: terms(`proyectos`),
    work: terms(`experiencia, laboral, trayectoria`),
    education: terms(`educación, formación, estudios, académica`),
    languages: terms(`idiomas`),
    skills: terms(`habilidades, competencias, conocimientos, aptitudes`),
    interests: terms(`intereses, aficiones`),
    references: terms(`referencias`),
    summary: terms(`perfil, resumen, objetivo`),
    personal: terms(`personales`),
    contact: terms(`contacto`),
  },
  months: [
    terms(`enero, ene`),
    terms(`febrero, feb`),
    terms(`marzo, mar`),
    terms(`abril, abr`),
    terms(`mayo, may`),
    terms(`junio, jun`),
    terms(`julio, jul`),
    terms(`agosto, ago`),
    terms(`septiembre, setiembre, sept, sep, set`),
    terms(`octubre, oct`),
    terms(`noviembre, nov`),
    terms(`diciembre, dic`),
  ],
  seasons: { primavera: 3, verano: 6, otoño: 9, invierno: 12, principios: 1, mediados: 6, finales: 10, curso: 9 },
  present: terms(`
    presente, actualidad, actual, actualmente, hoy, en curso, la actualidad, la fecha, ahora, hasta la fecha, el
    presente, hasta la actualidad, hasta hoy, hasta ahora, hasta el presente, a la fecha, al presente, al día de
    hoy, hoy en día, hoy día, a día de hoy, vigente, presente día, hasta el día de hoy, continúa, continúo, act,
    act., en activo, actuales, fecha, presente actualidad
  `),
  since: terms(`
    desde, desde el, desde la, a partir de, a partir del, desde hace, de, inicio, del, entre
  `),
  from: terms(`de, inicio, del, entre`),
  until: terms(`a, hasta, al, hasta el, hasta fin de`),
  positions: terms(`
    ingenier*, desarrollador*, programador*, responsable*, director*, jefe*, jefa*, asistente*, auxiliar*,
    becari*, prácticas, practicante*, consultor*, técnic*, analista*, administrativ*, administrador*, gerente*,
    coordinador*, comercial*, vendedor*, dependient*, enfermer*, médic*, profesor*, maestr*, docente*,
    investigador*, arquitect*, abogad*, secretari*, contable*, contador*, diseñador*, redactor*, traductor*,
    periodista*, camarer*, cociner*, conductor*, mecánic*, electricista*, operari*, supervisor*, encargad*,
    gestor*, agente*, asesor*, fundador*, cofundador*, socio*, presidente*, aprendiz*, doctorand*, voluntari*,
    especialista*, líder*, ejecutiv*, representante*, recepcionista*, cajer*, farmacéutic*, psicólog*, educador*,
    monitor*, formador*, tutor*, autónom*, manager*, delegad*, teleoperador*, fotógraf*, economista*, auditor*,
    subdirector*, freelance, soldado*, cabo*, sargento*, teniente*, capitán*, capitana*, comandante*, coronel*,
    brigada, suboficial*, oficial*, militar*, policía*, guardia*, bombero*, bombera*, vigilante*, escolta*,
    socorrista*, piloto*, azafat*, tripulante*, marinero*, patrón*, maquinista*, chófer*, chofer*, camionero*,
    taxista*, repartidor*, mensajero*, cartero*, mozo*, moza*, carretillero*, almacenero*, empaquetador*,
    estibador*, transportista*, operador*, operadora*, peón*, peona, albañil*, encofrador*, ferrallista*,
    gruista*, carpintero*, fontanero*, plomero*, pintor*, pintora*, soldador*, tornero*, fresador*, herrero*,
    cerrajero*, montador*, instalador*, matricero*, ajustador*, calderero*, electromecánic*, chapista*,
    jardinero*, agricultor*, ganadero*, tractorista*, viticultor*, enólogo*, agrónomo*, perito*, delineante*,
    proyectista*, topógrafo*, aparejador*, urbanista*, paisajista*, restaurador*, artesano*, joyero*, sastre*,
    modista*, costurer*, estilista*, peluquer*, esteticista*, maquillador*, florista*, panader*, pasteler*,
    repostero*, carnicer*, pescader*, charcuter*, frutero*, chef, pinche*, ayudante*, metre, sommelier, sumiller,
    barman, bartender, camarero*, camarera*, gobernanta*, limpiador*, conserje*, portero*, botones, emplead*,
    niñer*, canguro, cuidador*, gerocultor*, celador*, enfermero*, enfermera*, matrona*, matrón, fisioterapeuta*,
    logopeda*, terapeuta*, osteópata*, psiquiatra*, pediatra*, cirujan*, odontólog*, dentista*, higienista*,
    radiólog*, cardiólog*, anestesista*, residente*, veterinari*, biólog*, geólog*, arqueólog*, historiador*,
    sociólog*, antropólog*, politólog*, filólog*, lingüista*, científic*, becario*, becaria*, predoctoral,
    postdoctoral, posdoctoral, lector*, catedrátic*, titular, profesora*, maestro*, maestra*, pedagog*,
    orientador*, entrenador*, preparador*, árbitro*, deportista*, animador*, monitora*, bibliotecari*, archiver*,
    conservador*, comisari*, documentalista*, intérprete*, traductora*, corrector*, editor*, editora*, redactora*,
    reportero*, corresponsal*, locutor*, presentador*, columnista*, escritor*, autor*, autora*, guionista*,
    copywriter, fotógrafo*, realizador*, directora*, productor*, productora*, actor*, actriz*, cantante*, músico*,
    pianista*, violinista*, guitarrista*, compositor*, bailarín*, bailarina*, coreógraf*, escenógraf*,
    ilustrador*, diseñadora*, grafista*, escultor*, ceramista*, artista*, procurador*, abogada*, notari*, juez*,
    jueza*, fiscal*, magistrad*, letrad*, jurista*, graduado social, pasante*, asesora*, auditora*, tesorer*,
    interventor*, controller, cajero*, cajera*, banquer*, bancari*, corredor*, actuari*, tasador*, inspector*,
    inspectora*, verificador*, supervisora*, coordinadora*, encargado*, encargada*, capataz*, subdirectora*,
    vicepresident*, presidenta*, consejer*, ceo, gerenta, dependiente*, dependienta*, vendedora*, promotor*,
    promotora*, reponedor*, reponedora*, delegada*, visitador*, captador*, teleoperadora*, telefonista*,
    secretario*, secretaria*, administrativo*, administrativa*, oficinista*, archivista*, mecanógraf*, gestora*,
    técnico*, técnica*, programadora*, desarrolladora*, informátic*, administradora*, arquitecta*, ingeniera*,
    consultora*, qa, asistenta, voluntario*, voluntaria*, colaborador*, colaboradora*, miembro*, socia*,
    fundadora*, cofundadora*, emprendedor*, empresari*, autónomo*, autónoma*, propietari*, dueño*, dueña*,
    alcalde*, alcaldesa*, concejal*, diputad*, funcionari*, diplomátic*, embajador*, cónsul*, sacerdote*,
    párroco*, catequista*, estudiante*, alumn*, opositor*, profesional*, experto*, experta*, operario*, operaria*,
    trabajador*, trabajadora*
  `),
  titleEndings: terms(`
    dor, dora, ista, ero, era, tor, tora, sor, sora, ólogo, óloga, ante, ario, aria, ente, enta, nte
  `),
  notTitles: terms(`
    sector, motor, factor, valor, color, interior, exterior, superior, inferior, mayor, menor, mejor, ecuador,
    salvador, labrador, comedor, ordenador, procesador, computadora, impresora, revista, lista, vista, pista,
    entrevista, conquista, enero, febrero, dinero, número, extranjero, cero, primero, tercero, verdadero, primera,
    carrera, madera, frontera, ribera, talavera, primavera, manera, era, ribero, romero, herrero, guerrero,
    calendario, salario, horario, diario, primario, secundario, universitario, varios, área, sanitaria,
    universitaria, secundaria, primaria, inmobiliaria, maquinaria, ambiente, presente, cliente, frente, puente,
    fuente, siguiente, gente, mente, durante, mediante, restaurante, importante, distante, instante, levante,
    alicante, poniente, corriente, oriente, occidente
  `),
  headNoun: 'first',
  employers: terms(`
    s.a., sa, s.l., sl, s.l.u., slu, grupo, banco, hospital, clínica, ayuntamiento, ministerio, agencia,
    universidad, instituto, escuela, colegio, asociación, fundación, cooperativa, empresa, estudio, consultora,
    laboratorio*, junta, c.v., restaurante, hotel, farmacia, despacho, soluciones, s.l, s.a.u., sau, s.coop.,
    s.c., scp, c.b., s.a. de c.v., s. de r.l., ltda, ltda., cía, cia, sociedad, corporación, industrias,
    industria, fábrica, factoría, talleres, taller, manufacturas, constructora, promotora, inmobiliaria,
    instalaciones, montajes, metalúrgica, siderurgia, siderúrgica, acerías, astilleros, minas, áridos, cementos,
    químicas, petróleos, energías, eléctrica, transportes, mensajería, autobuses, renfe, adif, aena, aeropuerto,
    puerto, líneas, aerolíneas, naviera, hospitales, clínicas, sanatorio, residencia, centro de salud,
    ambulatorio, policlínica, servicio de salud, sermas, osakidetza, cruz roja, cáritas, ayuntamientos,
    diputación, comunidad, gobierno, generalitat, xunta, cabildo, consejería, conselleria, agencia tributaria,
    seguridad social, ejército, armada, guardia civil, policía, bomberos, tribunal, juzgado, fiscalía, notaría,
    embajada, consulado, cámara, cámara de comercio, congreso, senado, sindicato, ugt, ccoo, federación,
    confederación, liga, patronato, ong, oenegé, peña, parroquia, arzobispado, iglesia, institutos, universidades,
    escuelas, colegios, ceip, guardería, academia, csic, ciemat, observatorio, museo, museos, galería, biblioteca,
    archivo, teatro, ópera, orquesta, coro, compañía teatral, cine, producciones, editorial, ediciones, diario,
    periódico, revista, prensa, televisión, tve, rtve, imprenta, gráficas, bancos, bbva, caixa, caixabank, caja,
    cajas, ahorros, aseguradora, mutua, correduría, gestoría, asesoría, abogados, bufete, consultores,
    arquitectos, tecnologías, telecomunicaciones, telefónica, ett, supermercado, supermercados, hipermercado,
    mercadona, carrefour, tiendas, almacenes, almacén, comercio, distribuciones, distribuidora, confecciones,
    textil, calzados, muebles, librería, papelería, óptica, perfumería, joyería, ferretería, panadería,
    pastelería, carnicería, bodega, bodegas, viñedos, finca, granja, agrícola, ganadera, conservas, lácteos,
    alimentación, alimentos, cafetería, café, mesón, taberna, asador, pizzería, restaurantes, hostal, hoteles,
    parador, viajes, gimnasio, polideportivo, peluquería, salón, estética, despachos, estudio jurídico,
    cooperativas, holding, empresas, grupo empresarial, centro, secretaría, delegación, facultad, departamento,
    tienda
  `),
  trades: terms(`
    seguros, construcciones, obras, reformas, electricidad, fontanería, carpintería, energía, aguas, gas,
    transporte, logística, registro, unión, radio, comunicación, publicidad, banca, asesores, consulting,
    ingeniería, servicios, sistemas, informática, software, solutions, recursos humanos, moda, textiles, catering,
    bar, camping, turismo
  `),
  units: terms(`
    departamento, dpto, área, sección, división, unidad, servicio, delegación, sucursal, sede, equipo, planta,
    dirección, oficina, marketing, ventas, compras, finanzas, contabilidad, recursos humanos, rrhh, producción,
    calidad, investigación, desarrollo, logística, legal, administración
  `),
  employment: terms(`
    jornada completa, a jornada completa, tiempo completo, a tiempo completo, media jornada, a media jornada,
    jornada parcial, a jornada parcial, tiempo parcial, a tiempo parcial, contrato indefinido, indefinido,
    contrato temporal, temporal, eventual, contrato de obra, obra y servicio, contrato de prácticas, en prácticas,
    prácticas, prácticas curriculares, prácticas extracurriculares, beca, becario, becaria, contrato en formación,
    autónomo, autónoma, por cuenta propia, freelance, fijo, fijo discontinuo, interinidad, interino, interina,
    sustitución, suplencia, campaña, temporada, fines de semana, verano, voluntariado, voluntario, voluntaria,
    contrato, presencial, teletrabajo, remoto, híbrido, por proyecto, por obra, honorarios
  `),
  selfEmployed: terms(
    `autónomo, autónoma, por cuenta propia, trabajador autónomo, trabajadora autónoma, freelance, independiente, profesional independiente, negocio propio`,
  ),
  institutions: terms(`
    universidad*, instituto*, escuela*, colegio*, facultad*, academia*, politécnica, universitat*, ies, upm, upc,
    uned, uoc, unam, conservatorio, ceip, uam, ucm, uc3m, upv, uab, upf, ugr, uma, unizar, usal, ehu, udc, usc,
    unir, uax, ceu, esade, iese, eae, esic, cfgs, cifp, ies*, i.e.s., escola, seminario, conservatorio*, itesm,
    itam, ipn, uba, utn, pucp, unal, uniandes, tecnológico, tecnológica, politécnico, centro de formación,
    preparatoria, secundaria, liceo*, campus, sena, servef, sepe
  `),
  degrees: terms(`
    grado*, graduad*, licenciatura*, licenciad*, máster*, maestría*, doctorado, diplomatura*, diplomad*,
    bachillerato, título*, técnico, formación, fp, ingeniería*, postgrado, posgrado, certificado*, eso, ciclo,
    curso, especialización, bachiller, master, mba, tecnicatura, graduado*, graduada, doble, bachiller*,
    bachillerato*, licenciado*, licenciada, diplomado*, diplomada, ingeniero*, ingeniera, arquitectura,
    arquitecto, master*, doctorado*, posgrado*, postgrado*, técnico*, ciclo*, cfgm, cfgs, f.p., fp2, fpi, e.s.o.,
    egb, bup, cou, b.u.p., c.o.u., selectividad, graduado escolar, titulado, curso*, cap, mir, intercambio,
    secundaria, primaria, preparatoria, prepa, tesis, ph.d, phd, tsu, tecnólogo, peritaje, magisterio
  `),
  degreeJoiners: terms(`
    en, de, mención en, especialidad en, especialidad, con especialidad en, con mención en, rama
  `),
  scores: terms(`
    nota, nota media, promedio, calificación, media, nota final, nota de expediente, expediente, calificación
    media, calificación final, puntuación, media de expediente, nota media de expediente, promedio general,
    promedio final, índice académico
  `),
  grades: terms(`
    sobresaliente, sobresaliente cum laude, cum laude, matrícula de honor, con matrícula de honor, notable,
    notable alto, bien, suficiente, aprobado, apto, apto cum laude, premio extraordinario, con honores, con
    distinción, con mención honorífica, mención honorífica, mención de honor, con mención, summa cum laude, magna
    cum laude, primera de la promoción, primero de la promoción, titulado, graduado con honores
  `),
  theses: terms(`
    tesis, tesis doctoral, tesina, trabajo fin de grado, trabajo de fin de grado, trabajo fin de máster, trabajo
    de fin de máster, tfg, tfm, proyecto fin de carrera, pfc, título de la tesis, proyecto final, proyecto de
    grado, trabajo de grado, director, directora, dirigida por, tema de tesis
  `),
  courses: terms(`
    cursos, asignaturas, materias, módulos, asignaturas principales, asignaturas destacadas, asignaturas
    relevantes, materias principales, contenidos, módulos cursados, principales asignaturas, temario
  `),
  at: terms(`en`),
  expected: terms(`
    previsto, prevista, esperado, en curso, fecha prevista, finalización prevista, graduación prevista,
    graduación, obtenido, obtención, finalizado, cursando, promoción
  `),
  durations: terms(`año, años, mes, meses, semana, semanas, día, días, semestre, semestres`),
  last: terms(`los últimos, en los últimos, últimos, durante los últimos, desde hace`),
  ago: terms(`hace`),
  formLabels: {
    dates: terms(`fechas, fecha, fechas (de – a), periodo, período, duración`),
    position: terms(`profesión o cargo desempeñado, cargo desempeñado, cargo, puesto, puesto desempeñado, función`),
    employer: terms(
      `nombre y dirección de la empresa o empleador, nombre y dirección del empleador, nombre y dirección de la empresa, empleador, empresa, nombre de la empresa`,
    ),
    tasks: terms(
      `funciones y responsabilidades principales, principales actividades y responsabilidades, actividades y responsabilidades principales, funciones, responsabilidades, tareas, funciones principales`,
    ),
    degree: terms(`título de la cualificación obtenida, cualificación obtenida, título obtenido, titulación, título`),
    institution: terms(
      `nombre y tipo de la organización que ha impartido la formación, nombre y tipo de la organización que ha impartido la educación o la formación, nombre y tipo de la organización, nombre y tipo de organización, nombre y tipo del centro, centro, institución`,
    ),
    subjects: terms(
      `principales materias o capacidades ocupacionales estudiadas, principales materias o capacidades profesionales estudiadas, principales materias, materias, asignaturas principales`,
    ),
    remark: terms(
      `tipo de empresa o sector, sector, nivel conforme a una clasificación nacional o internacional, nivel en la clasificación nacional o internacional, lugar`,
    ),
  },
  onRequest: terms(`
    a petición, disponibles a petición, disponibles bajo petición, bajo petición, a solicitud, disponibles a
    solicitud, a disposición, referencias disponibles a petición, previa petición, previa solicitud, referencias a
    petición, disponibles si se requieren
  `),
  labels: {
    name: terms(`nombre, nombre y apellidos, nombre completo`),
    email: terms(`correo, correo electrónico, e-mail, email, mail`),
    phone: terms(`teléfono, tel, móvil, celular, tlf, tfno`),
    address: terms(`dirección, domicilio, ciudad, ubicación, residencia, localidad, población, lugar de
      residencia, residente en, dirección postal, domicilio particular`),
    url: terms(`web, sitio web, página web, portafolio, portfolio`),
    birthDate: terms(`fecha de nacimiento, nacido el, nacida el, nacimiento`),
    birthPlace: terms(`lugar de nacimiento, nacido en, nacida en`),
    nationality: terms(`nacionalidad, ciudadanía`),
    maritalStatus: terms(`estado civil`),
    drivingLicence: terms(`
      carnet de conducir, permiso de conducir, carné de conducir, licencia de conducir
    `),
    availability: terms(`disponibilidad, disponible, incorporación`),
    workPermit: terms(`permiso de trabajo, permiso de residencia`),
  },
  fluency: terms(`
    nativo, nativa, lengua materna, materna, fluido, avanzado, intermedio, básico, bilingüe, alto, medio, bajo,
    nivel alto, nivel medio, principiante, profesional, conversacional, nivel, bueno, bilingue, competencia,
    idioma materno, materno, hablante nativo, hablante nativa, fluida, con fluidez, fluidez, avanzada, intermedia,
    intermedio alto, intermedio-alto, intermedio bajo, media, medio-alto, medio alto, alta, nivel medio-alto,
    nivel bajo, básica, nivel básico, nivel intermedio, nivel avanzado, nivel nativo, nivel bilingüe, nivel
    profesional, nociones, nociones básicas, conocimientos básicos, conocimientos, elemental, inicial, usuario
    básico, usuario independiente, usuario competente, competencia básica, competencia profesional, competencia
    bilingüe o nativa, competencia básica limitada, competencia básica profesional, competencia profesional
    completa, competente, dominio, dominio total, dominio completo, perfecto, excelente, muy bueno, muy buena,
    buena, buen nivel, correcto, hablado, escrito, leído, hablado & escrito, oral & escrito, conversación,
    escolar, técnico, primera lengua, segunda lengua, experto, first, advanced, proficiency, toefl, ielts, dele,
    delf, aptis, eoi
  `),
  remote: terms(`
    remoto, en remoto, remote, teletrabajo, a distancia, híbrido, trabajo remoto, desde casa
  `),
};

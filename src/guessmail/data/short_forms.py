"""Given names and their short forms, the most used short form first.

Each row is a full form and what its bearers call themselves at work. Collected by hand; the customs are those
described in Hanks, Hardcastle and Hodges, "A Dictionary of First Names" (Oxford), for each language. Short
forms that no adult puts on a business card, and those that are rather names of their own, are left out.
"""

from guessmail.data.rows import rows

__all__ = ["COMMON", "SHORT_FORMS"]

_ROWS = """
    abigail: abby; abraham: abe; adam: ad; adrian: ade; agnieszka: aga; albert: al bert;
    aleksandr: sasha alex; aleksandra: ola sasha; aleksei: alyosha alex; alessandro: ale alex;
    alexander: alex xander sasha; alexandra: alex sandra lexi; alexandre: alex; alexandros: alex;
    alexey: alex; alfred: alf fred; alicia: ali; alison: ali; allison: ali; amanda: mandy;
    anastasia: nastya stacy; anatoly: tolya; andrea: andy; andreas: andi andy; andrei: andy;
    andrew: andy drew; andrzej: andy; angela: angie; anne: annie; anna: annie anya; antonio: toni tony;
    anthony: tony ant; antonia: toni; arthur: art; barbara: barb babs; bartholomew: bart;
    bartlomiej: bartek; beatrice: bea; benedict: ben; benjamin: ben benny; bernard: bernie;
    bernhard: bernd; bradley: brad; brandon: bran; brian: bri; calvin: cal; cameron: cam; candace: candy;
    carolina: caro; caroline: caro carrie; cassandra: cassie; catherine: cathy kate cat; cecilia: cece;
    charles: charlie chuck chas; charlotte: charlie lotte; chester: chet; christian: chris;
    christina: chris tina; christine: chris chrissy; christoph: chris; christophe: chris;
    christopher: chris kit; clifford: cliff; clinton: clint; constance: connie; cornelius: kees;
    cynthia: cindy; curtis: curt; cyril: cy; daniel: dan danny; daniela: dani; danielle: dani;
    david: dave davy; deborah: deb debbie; dennis: denny; derek: del; diana: di; dietrich: dieter;
    dmitri: dima; dmitriy: dima; dmitry: dima; dominic: dom; dominik: domi; donald: don donnie;
    dorothy: dot dottie; douglas: doug; edmund: ed ned; eduard: edi ed; eduardo: edu;
    edward: ed eddie ted ned; edwin: ed; ekaterina: katya kate; eleanor: ellie nell; elena: lena;
    elisabeth: lisa elli; elizabeth: liz beth lizzie betty eliza; emanuel: manu; emmanuel: manu manny;
    emily: em; enrique: quique; erzsebet: erzsi; eugene: gene; evelyn: eve; evgeny: zhenya eugene;
    ezekiel: zeke; federico: fede; fernando: nando; ferenc: feri; florence: flo; florian: flo;
    frances: fran; francesca: fran; francesco: franco; francis: frank fran; francisco: paco fran;
    frederick: fred freddie; frederik: fred; friedrich: fritz; gabriel: gabe gabi; gabriella: gabi;
    gabrielle: gabby; gareth: gaz; gary: gaz; geoffrey: geoff; george: geordie; gerald: gerry jerry;
    gerard: gerry; gerhard: gerd; gilbert: gil; giovanni: gianni; giuseppe: beppe pino; gordon: gord;
    grigory: grisha; gregory: greg; grzegorz: greg; guillermo: memo; gwendolyn: gwen; hannah: han;
    harold: hal harry; harrison: harry; heinrich: heinz; helen: nell; hendrik: henk;
    henry: hank harry hal; herbert: herb bert; howard: howie; ignacio: nacho; immanuel: manny;
    irina: ira; isaac: ike; isabel: isa bel; isabella: bella isa; istvan: pista; ivan: vanya;
    jacob: jake; jacqueline: jackie; jakub: kuba; james: jim jamie jimmy; janet: jan;
    janice: jan; janos: jani; jason: jay; jeffrey: jeff; jennifer: jen jenny; jeremiah: jerry;
    jeremy: jez; jerome: jerry; jessica: jess jessie; jesus: chuy; joachim: jo achim; joanna: jo asia;
    joanne: jo; johan: joe; johannes: hans hannes; johanna: hanna jo; john: jack johnny;
    jonathan: jon jonny; jonathon: jon; jose: pepe; josef: sepp; joseph: joe joey; josephine: jo josie;
    joshua: josh; juan: juanito; judith: judy; julia: jules; julian: jules; juliana: juli; justin: just;
    jurgen: jogi; karl: kalle; katarzyna: kasia; katharina: kathi kati; katherine: kate kathy katie kat;
    kathleen: kathy kath; kathryn: kate kathy; katrina: kat; kenneth: ken kenny; kevin: kev;
    kimberly: kim; konstantin: kostya; konstantinos: kostas; krzysztof: chris krzys; kristina: kris tina;
    kristin: kris; laszlo: laci; laura: lori; lawrence: larry laurie; leonard: len leo lenny;
    leonardo: leo; leopold: leo; leslie: les; lester: les; lewis: lew; lillian: lily; lorenzo: enzo;
    louis: lou; louise: lou; lucas: luke; lucia: lucy; luis: lucho; lukasz: luke; maciej: maciek;
    madeline: maddie; magdalena: magda lena; malgorzata: gosia; marcus: marc;
    margaret: maggie meg peggy marge; margarita: rita; maria: mia; mariya: masha; marjorie: marge;
    martha: marty; martin: marty; massimiliano: max; mateusz: matt; matthew: matt matty;
    matthias: matze matt; mattias: matte; maureen: mo; maximilian: max; maxwell: max; megan: meg;
    melanie: mel; melissa: mel missy; michael: mike mick micky; michaela: michi; michal: mike;
    michelle: shell; miguel: migue; mikhail: misha mike; mildred: millie; mitchell: mitch; mohamed: mo;
    mohammad: mo; mohammed: mo; muhammad: mo; montgomery: monty; mordechai: motti; morris: mo;
    nancy: nan; natalia: nat natasha; natalie: nat; natalya: natasha; nathan: nat nate;
    nathaniel: nat nate; nicholas: nick nico; nicola: nicky; nicolas: nico nick; nicole: nicky nikki;
    niklas: nik; nikolai: kolya nick; nikolaos: nikos nick; nikolaus: klaus niko; norman: norm;
    oleksandr: sasha alex; olga: olya; oliver: olli ollie; pamela: pam; patricia: pat trish patty;
    patrick: pat paddy; paul: paulie; pavel: pasha; penelope: penny; peter: pete; petros: peter;
    philip: phil pip; philipp: phil; phillip: phil; phyllis: phyl; piotr: peter; priscilla: cilla;
    rachel: rach; rafael: rafa; raimund: rai; randall: randy; raymond: ray; rebecca: becky bec becca;
    reginald: reg reggie; ricardo: ricky; richard: rich rick dick richie; robert: bob rob bobby robbie;
    roberta: bobbie; roberto: beto; roderick: rod; rodney: rod; roger: rog; roland: rolf; roman: roma;
    ronald: ron ronnie; rosemary: rose; rudolf: rudi; rudolph: rudy; russell: russ; salvatore: toto;
    samantha: sam; samuel: sam sammy; sandor: sanyi; sandra: sandy; santiago: santi; sarah: sally;
    sebastian: seb basti; sebastiaan: bas; sebastien: seb; sergei: serge; sergey: serge; sharon: shaz;
    sidney: sid; simon: si; simone: simo; solomon: sol; spencer: spence; stanislaw: staszek stan;
    stanislav: stas stan; stanley: stan; stefan: steff; stefanie: steffi; stephanie: steph;
    stephen: steve; steven: steve; stuart: stu; susan: sue suzie; susanne: susi; suzanne: sue suzy;
    svetlana: sveta lana; sylvester: sly; tatiana: tanya; terence: terry; teresa: terry tess;
    terrence: terry; thaddeus: thad; theodor: theo; theodore: ted theo teddy; theodoros: theo;
    theresa: terry tess; thomas: tom tommy; timothy: tim timmy; tobias: tobi; tomasz: tomek tom;
    ulrich: uli; ursula: uschi; valentina: vale; valerie: val; vanessa: nessa; veronica: ronnie;
    veronika: vero; victor: vic; victoria: vicky tori; vincent: vince vinny; vincenzo: enzo;
    viktor: vitya; virginia: ginny; vladimir: vlad volodya; vladislav: vlad; walter: walt wally;
    wesley: wes; wilfred: wilf; wilhelm: willi; willem: wim; william: bill will billy liam; winston: win;
    wojciech: wojtek; wolfgang: wolf; yekaterina: katya kate; yevgeny: zhenya eugene; yuri: yura;
    zachary: zach zack; zbigniew: zbyszek; zoltan: zoli; aleksander: alex olek; alejandro: alex ale;
    augustus: gus; bogdan: bob; carlos: charlie; concepcion: concha; dolores: lola; gustavo: gus;
    gustav: gus; hermann: manni; horatio: horace; jeannette: jean; jozsef: jozsi; kristoffer: kris;
    leonid: lenya; ludmila: luda mila; manfred: manni; manuel: manu manolo; marguerite: margot;
    markus: mark; mikael: micke; mercedes: merche; montserrat: montse; pedro: perico; rosario: charo;
    siegfried: sigi; venkatesh: venky; venkataraman: venkat; srinivas: srini vasu; krishnamurthy: krish;
    subramanian: subbu; balasubramanian: bala; lakshminarayanan: lakshmi; satyanarayana: satya;
    raghavendra: raghu; narasimhan: simha; venugopal: venu; harikrishnan: hari; radhakrishnan: radha;
    jayaraman: jay; vijay: vj
    """

SHORT_FORMS = {full.rstrip(":"): forms for full, forms in rows(_ROWS).items()}

COMMON = frozenset(
    """
    robert william richard james john michael christopher daniel david thomas joseph charles matthew
    anthony andrew steven edward kenneth alexander benjamin samuel gregory katherine elizabeth
    margaret jennifer patricia susan timothy ronald
    """.split()
)
"""Among the names that share a short form, these bear it most: they come first."""

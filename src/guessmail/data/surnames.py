"""Family names that tell where a name comes from, in Latin letters, folded.

What a row means: a person with this family name probably bears a name of that origin, so its order and its
parts are read so. Collected by hand from the most common names of each country (for China the Ministry of
Public Security's yearly list of the hundred, with the spellings usual in Hong Kong, Taiwan, Singapore and
Malaysia; for Korea, Japan, Viet Nam, Hungary, Spain, Portugal and Brazil the first of the national
statistics). Spellings that are just as well given or family names elsewhere (Lee, Long, Young) are in `WEAK`:
they count only beside a word that looks the part.
"""

from guessmail.data.rows import words

__all__ = ["ENDINGS", "LEADING", "ORIGINS", "SHARED", "SOUTHERN", "VIETNAMESE", "WEAK"]

_CHINESE = words(
    """
    wang li zhang liu chen yang huang zhao wu zhou xu sun zhu hu guo lin he gao luo zheng liang xie song
    tang deng han feng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren
    yao shen zhong cui tan liao fan wang shi jin jia xia fu fang zou xiong bai meng qin qiu hou yan xue
    lei duan hao kong shao mao wan gu qian dai hong yin qiao lai gong pang wen xing ni shu zhuang niu
    nie zhan ouyang situ shangguan zhuge sima hsu hsieh hsiao hsiung hsueh chang chao chiang chiu chou
    chu chuang chung hwang kuo tsai tseng tsao tsui tsou teng tung cheung cheng chow chan chau choi chui
    fok fung hui ho kwok kwan kwong lam lau leung lui lo mak mok ng ngai siu tse tsang wong yip yeung
    yuen yiu yuan szeto ong goh koh teo tay toh seah sim yeo neo quek chua chia foo chong chin loh khoo
    kuan lye tam luk man poon pun shum sham sze tong tsoi yau yung zhen zhai ge ma yi ai bao bian bi
    chai chang che cong cui dou fei geng guan hang hua huo ji ju kang ke kuang lang leng lian ling long
    lou ma mei miao mu ning ou pei pi ping qi qu ruan sha shan shang shi sui tao tong tu wu xi xian
    xiang xin xu you yue yun zang zha zhang zhen zhi zhuo zong zuo
    """
)
_SOUTHERN = words(
    """
    tan lim ong goh koh teo tay toh seah sim yeo neo quek kwek kuek chua chuah chia cheah chong foo loh khoo khor khaw kuan
    lye tam teh tey tye thio thia thong siow siew sia soh see seow seet sng tiong ting ung wee woo woon yap yeap
    yeoh yeow yeong yew yio yim yong yuen poh phua phoon phang pang peh pek peck png puah quah quay quak pua poo ooi oon
    oei ow ngo ngoh nga ngiam ngeow neoh mah moo mui moey liew liaw liau low loo loke lok looi lum lau leow leong leung lew
    kok kam kan kee keh kek keng keong kho khong khoong kiew koay kor kum kung kwa kwan kwok kwong kwee hoe hoo hor
    hoh how hew heng hiew hia gan gaw geh gek giam gim goo gooi gui fong foong foon fam fah eng eu ee chan chang chai
    chaw chay cheng cheong chew chiam chiang chieng chien chiew chiong chng choa chok choo chook chow choy chui chye
    beh boey boo bong boon auyong auyeong aik ang aw lee ng ho law chin chu wong lai lam leng mok moh hui heah
    lau liong lua mun nah ng oh pooi por pow seng siah siaw soong tang tai tee tiew toong tung voon vong
    wan yee yii yin yow hii ling kiu lau sii tiong wong hiu ngu ngui pui thien thean thiam thoo tham
    """
)
"""As written in Singapore and Malaysia: Hokkien, Teochew, Cantonese, Hakka, Hainanese, Foochow."""
_KOREAN = words(
    """
    kim lee park pak bak choi choe jung jeong chung kang gang cho jo yoon yun jang chang lim im rim han
    oh seo suh shin sin kwon gwon hwang ahn an song ryu yoo yu hong jeon jun chun ko go koh moon mun son
    sohn yang bae baek paik paek huh heo nam noh no roh ha kwak gwak sung seong cha joo ju woo u koo gu
    ku min na ra jin ji eom um chae won cheon bang byun byeon kong gong hyun hyeon yeo pyo do seok suk
    shim sim
    """
)
_JAPANESE = words(
    """
    sato suzuki takahashi tanaka watanabe ito itoh yamamoto nakamura kobayashi kato yoshida yamada
    sasaki yamaguchi matsumoto inoue kimura hayashi shimizu yamazaki yamasaki mori abe ikeda hashimoto
    yamashita ishikawa nakajima nakashima maeda fujita ogawa goto okada hasegawa murakami kondo ishii
    saito sakamoto endo aoki fujii nishimura fukuda ota miura fujiwara okamoto matsuda nakagawa nakano
    harada ono tamura takeuchi kaneko wada nakayama ishida ueda morita hara shibata sakai kudo yokoyama
    miyazaki miyamoto uchida takagi ando taniguchi ohno maruyama imai takada fujimoto takeda murata ueno
    sugiyama masuda hirano otsuka sugawara kojima chiba kubo matsui iwasaki sakurai kinoshita noguchi
    matsuo kikuchi nomura sano onishi sugimoto arai hamada ichikawa furukawa komatsu takano mizuno
    yoshikawa shimada yamauchi nishida kikuchi nishikawa oda tsuji igarashi kawamura kawaguchi kawasaki
    hirata honda tsuchiya yagi matsushita higuchi kitamura iwata ishihara okubo oishi horie kuroda
    akiyama hoshino nagai kawai iida yoshino kumagai nishiyama tsuda nagata hirose oyama uemura shimura
    tokuda toyoda morimoto kitagawa kamada okuda iwamoto yasuda kameda muramatsu ozawa ogata sekiguchi
    fukushima iwai asano miyake higashi
    """
)
_VIETNAMESE = words(
    """
    nguyen tran le pham huynh hoang phan vu vo dang bui do ho ngo duong dinh trinh ly doan mai dao
    truong lam luong
    """
)
_HUNGARIAN = words(
    """
    nagy kovacs toth szabo horvath varga kiss molnar nemeth farkas balogh papp takacs juhasz lakatos
    meszaros olah simon racz fekete szilagyi torok feher balazs gal kis szucs kocsis pinter fodor orsos
    szalai sipos magyar lukacs gulyas biro katona szekely boros virag hegedus halasz kelemen vasy
    somogyi szekeres kerekes
    """
)
_SPANISH = words(
    """
    garcia gonzalez rodriguez fernandez lopez martinez sanchez perez gomez martin jimenez ruiz hernandez
    diaz moreno munoz alvarez romero alonso gutierrez navarro torres dominguez vazquez ramos gil ramirez
    serrano blanco molina morales suarez ortega delgado castro ortiz rubio marin sanz nunez iglesias
    medina garrido cortes castillo santos lozano guerrero cano prieto mendez cruz calvo gallego herrera
    marquez leon vidal vega flores vargas reyes rivera rojas mendoza contreras guzman soto silva aguilar
    chavez salazar espinoza figueroa valdez sepulveda pena cardenas fuentes miranda caballero carrasco
    campos saenz salas velasco quintero restrepo zapata bermudez arias pardo duran escobar estrada
    ibarra juarez luna maldonado mejia montoya ochoa orozco pacheco padilla palacios parra rios robles
    rosales salinas sandoval solis tapia trujillo valencia villa villalobos zamora zuniga borges gasset
    ortega saavedra cervantes candelaria lorca picasso gaudi abad acosta acuna aguado aguilera aguirre alarcon alcaraz
    alfaro almonte alvarado amador amaya anaya angulo aparicio aragon aranda araya arce arellano arenas arevalo arroyo
    avila ayala baez baeza ballesteros barragan barrera barrientos barrios becerra beltran benavides benitez
    bernal blasco bravo briones bustamante bustos caballero cabello cabrera caceres calderon calero camacho camino
    cantu carbajal carbonell cardona carmona carranza carrasquilla carrera carrillo carrion carvajal casado casanova casas
    castaneda castellano castellanos ceballos cerda cervantes chacon cisneros collado conde cordero cordoba cordova corona
    corral correa cortez crespo cuellar cuenca cuesta cuevas davila diez dominguez duarte duenas echeverria elizondo
    enriquez escamilla escudero espinosa espino esquivel esteve estevez fajardo farias ferrer ferrero fierro
    franco frias fuente gaitan galan galindo gallardo gallegos galvan galvez gamboa gamez garay garza gaytan giraldo giron
    godinez godoy granados grau guardado guerra guevara guillen guirado heredia hermoso herrero hidalgo hinojosa holguin
    huerta hurtado ibanez infante izquierdo jaramillo jurado ledesma leal lerma linares
    llamas llorente loera lorente lucero lugo luque macias madera madrid madrigal manzano marti mateos
 mayorga mata medrano melendez mena menendez meraz mercado merino mesa millan molinero monroy montalvo
    montanez montenegro montero montes montiel mora moran morera moya mulet munguia murillo muro nava navarrete negrete
    nevarez nieto noriega novoa ocampo ojeda oliva olivares olivera olmos olvera ordonez orellana orta oropeza otero
    oviedo paez palomares palomino pantoja paredes parejo pastrana patino pavon paz pedraza pelayo peralta
    peraza perea pereda perales pinedo pineda pizarro plaza polanco pons ponce porras portillo posada pozo prado prats
    puente puga puig pujol pulido quesada quezada quinones quiroga quiros rangel real rebollo redondo rendon
    requena reyna reynoso rincon riquelme rivas rivero roa roca rocha rodriquez roig roldan rosado rosas rosell
    rosello royo rueda ruano saez saiz salcedo salgado salguero samaniego sancho santacruz santamaria santander
 santillan santoyo sarmiento sastre saucedo segovia segura serna serrat serrato sevilla sierra solano
    solorio solorzano soriano sosa sotelo suarez tamayo tejada tejeda tejera tellez tello tena toledo toro torrente
    tovar trejo trevino ulloa urbina uribe urena urrutia valadez valderrama valdes valdivia valencia valenzuela
    valle vallejo valles valverde vaquero varela vasquez velarde velazquez velez verdugo vergara vicens
    vidal viera vigil vila villalba villanueva villar villareal villarreal villasenor villaverde villegas vizcaino yanez
    molinos ortun terrazas andreu caravaca arranz boix montesinos arjona valladares bello puertas recabarren
    gajardo manzanares fontan bouzas candia landivar cavazos alcantara alcala almagro amoros anguita arnau baeza balaguer
    barcelo blazquez bonilla cabanillas calatayud canovas carreras casals castellanos cerdan climent codina
    comas conesa costas cuadrado domenech escribano espejo falcon ferrandiz font fraile gascon gimenez giner gisbert
    guasch hervas hoyos iniesta jover juan lafuente larrea llopis lobato machuca maroto
    marrero masip maestre melero monzon morillo nogales ochando olmedo ordonez osuna pablos palau pardo parraga pineda
    piqueras planas pinero pastrana quiles reche ribas ribera ripoll riquelme rovira sabater salvado
    samper sanjuan segarra serrano simon soria sola soler tena torregrosa trillo tudela uriarte valero vallejo
    vaquero ventosa verdu vergel viana vilches villen viudez yuste zabala zafra
    yepez zaragoza zarate zaragoza zavala zepeda zurita
    """
)
_PORTUGUESE = words(
    """
    silva santos sousa souza oliveira pereira costa rodrigues ferreira alves lima gomes ribeiro carvalho
    almeida lopes soares fernandes vieira barbosa rocha dias nascimento andrade moreira nunes marques
    machado mendes freitas cardoso ramos goncalves santana teixeira araujo pinto martins correia correa
    cunha melo moura monteiro azevedo cavalcanti batista campos matos figueiredo fonseca antunes coelho
    tavares pires guimaraes magalhaes sampaio abreu afonso aguiar albuquerque alencar amaral amorim assuncao
    barreto barros bastos bessa bezerra borges botelho braga brandao brito bueno caetano caldas camargo caminha carneiro
    carvalhal castanheira cerqueira chagas chaves cordeiro couto damasceno duarte esteves evangelista falcao faria farias
    feitosa ferraz figueira fontes franca frade furtado galvao garces godinho gouveia guedes guerreiro
    henriques junqueira lacerda leal leao leitao leite lemos linhares loureiro lourenco macedo maciel
    marinho mascarenhas medeiros menezes meneses mesquita mota motta moutinho muniz neves nogueira novais neto
    paiva palma parente passos pedrosa peixoto penha pestana pimenta pimentel pinheiro portela porto prado
    prates queiroz queiros quintas rangel rego reis resende rezende saldanha sales salgueiro sampaio sequeira
    serra silveira simoes siqueira teles telles toledo torres trindade valadares
    vargas varela vasconcelos vaz veiga veloso viana vidal vilar
    """
)
_INDIAN = words(
    """
    kumar singh sharma patel gupta shah reddy rao verma jain mehta agarwal aggarwal agrawal mishra
    pandey yadav das nair menon iyer iyengar krishnan subramanian venkatesh chatterjee banerjee
    mukherjee ghosh sen bose joshi kulkarni deshmukh patil desai naidu pillai chowdhury choudhary
    chaudhary khanna kapoor malhotra chopra arora bhat bhatt hegde shetty gowda swamy srivastava saxena
    tiwari dubey thakur chauhan rathore bhardwaj goyal mittal bansal garg prasad raju varma
    """
)
ENDINGS = {"dottir": "icelandic"}
"""Endings of six letters that make a family name of any word; the Icelandic daughter's name."""

ORIGINS: dict[str, str] = (
    dict.fromkeys(_INDIAN, "indian")
    | dict.fromkeys(_PORTUGUESE, "portuguese")
    | dict.fromkeys(_SPANISH, "spanish")
    | dict.fromkeys(_HUNGARIAN, "hungarian")
    | dict.fromkeys(_SOUTHERN, "chinese")
    | dict.fromkeys(_KOREAN, "korean")
    | dict.fromkeys(_CHINESE, "chinese")
    | dict.fromkeys(_VIETNAMESE, "vietnamese")
    | dict.fromkeys(_JAPANESE, "japanese")
) | {
    "silva": "portuguese", "santos": "portuguese", "campos": "portuguese", "ramos": "spanish",
    "park": "korean", "kim": "korean", "lam": "chinese", "ho": "chinese", "ly": "chinese",
    "mai": "vietnamese", "do": "korean", "lee": "chinese",
}  # fmt: skip
"""Family name -> origin; of two origins, the one with more bearers."""

LEADING = frozenset(
    words(
        """
    wang li zhang liu chen yang huang zhao wu zhou xu sun zhu guo gao luo zheng liang xie deng feng cao peng
    zeng xiao pan jiang cui chan wong cheung leung lau chow kwok tsang yeung hsu hsieh huynh nguyen tran pham
    phan kim lee park choi jung jeong kang cho yoon jang kwon hwang suzuki sato tanaka watanabe takahashi
    """
    )
)
"""Family names that most people of their origin bear, and that are hardly ever given names."""

SOUTHERN = frozenset(_SOUTHERN)
"""Family names that stand before two syllables in Singapore and Malaysia."""

SOUTHERN_SURE = frozenset(
    words(
        "tan lim lee ng ong wong goh chua chan koh teo ooi yeo toh kwok cheung kim park choi wang zhang zhao"
    )
)
"""Those that are hardly ever syllables of given names."""
SOUTHERN_LEADING = frozenset(
    words(
        """
    tan lim lee ng ong wong goh chua chan koh teo ang yeo tay low sim toh chia chong neo quek kwek seah foo teh khoo
    loh yap yeoh leong liew lau ooi cheah chuah heng tiong ting wee phua png poh gan chew lai yeap khor siow thong foong tham kwan
    """
    )
)
"""Those that most people there bear."""

VIETNAMESE = frozenset(_VIETNAMESE)
"""All of that origin, whatever other origin a word may tell."""

SHARED = (
    dict.fromkeys(words("lim lee chang song han yang jin min ko ho lam oh no an kang hong yu chung chun sun"), "chinese")
    | dict.fromkeys(words("wang ma chang song han yang jin min ko chung chun sun hong"), "korean")
) | {"lim": "chinese", "oh": "chinese", "lee": "korean"}  # fmt: skip
"""Family names of a second origin, which the given name tells."""

WEAK = frozenset(
    words(
        """
    kim lee long young king chin may ho do an man mark chan-smith ma he you sha shan van lang ling ping pan
    fang hang sim ong tan so no go na ra ha im um jo ko ku gu u mai le lam do tong cha bang song sung
    min won seo gil martin simon leon cruz luna villa pena marin cano rivera costa lima rocha pinto
    campos sen das bose shah ai che pi lou ge ke mei ji ju mori ota ono hara abe oda arai goto endo ando
    wada miura yagi tay teo toh lo lui sui gal kis kiss biro papp magyar virag boros balazs jun juan sin
    mun hong-kong silva santos vega blanco medina sanz moreno romero ramos castro gang bian bi dou hua
    huo kang lai lei mao mu ning ou pei qi su tu wan wen xi yi yin yue ren ni fu foo chia fan cai gan
    guan hui ju jin jia li lin lu ye yu yan wei bai bao dai ding han tam tang tian gong kong chang chong
    fung siu shu che cheng
    """
    )
) - frozenset(
    frozenset(
        words(
            """
    chan-smith hong-kong li lin lu yu yan wei bai cheng chang tang tian ding
    """
        )
    )
)
WEAK |= frozenset(_SOUTHERN) - SOUTHERN_LEADING - LEADING - frozenset(_CHINESE)
"""Family names that count for their origin only beside a word of the same look."""
